package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The event that EventBridge wraps round a CloudTrail record (EventBridge user guide, Events from
 * AWS services via CloudTrail).
 */
final class Envelope {
  static final String SOURCE = "source";
  static final String DETAIL_TYPE = "detail-type";
  static final String DETAIL = "detail";
  static final String VERSION = "version";

  /** EventBridge user guide, "Event structure". */
  static final String ONLY_VERSION = "0";

  private static final String ID = "id";

  /** What every event has, though nothing is known of its value. */
  static final Set<String> PRESENT = Set.of(ID, "time");

  /** What only an event has that somebody sends again from an archive. */
  static final String REPLAY_NAME = "replay-name";

  /** The part of a service's principal that is the same for all. */
  static final String DOMAIN = ".amazonaws.com";

  static final String SOURCE_PREFIX = "aws.";

  /** The kinds of record whose detail type is documented. */
  static final Map<String, String> DETAIL_TYPES =
      Map.of(
          "AwsApiCall", "AWS API Call via CloudTrail",
          "AwsConsoleSignIn", "AWS Console Sign In via CloudTrail",
          "AwsServiceEvent", "AWS Service Event via CloudTrail");

  /** The fields that repeat one of the record. */
  static final Map<String, String> COPIED =
      Map.of("account", "recipientAccountId", "region", "awsRegion", "time", "eventTime");

  private Envelope() {}

  static ObjectNode of(JsonNode record) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put(VERSION, ONLY_VERSION);
    event.put(ID, record.path("eventID").asText("of the event"));
    source(record).ifPresent(source -> event.put(SOURCE, source));
    String detailType = DETAIL_TYPES.get(record.path("eventType").asText());
    if (detailType != null) {
      event.put(DETAIL_TYPE, detailType);
    }
    COPIED.forEach(
        (field, copied) -> {
          if (record.has(copied)) {
            event.set(field, record.get(copied));
          }
        });
    event.putArray("resources");
    event.set(DETAIL, record);
    return event;
  }

  private static Optional<String> source(JsonNode record) {
    String service = record.path("eventSource").asText();
    return service.endsWith(DOMAIN)
        ? Optional.of(SOURCE_PREFIX + service.substring(0, service.length() - DOMAIN.length()))
        : Optional.empty();
  }
}

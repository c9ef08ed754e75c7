package dev.tocsin.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * What records come wrapped in.
 *
 * <ul>
 *   <li>{@code {"Records": […]}}: a file delivered to S3; {@code {"Events": […]}}: the answer of
 *       {@code lookup-events}; {@code {"events": […]}}: that of {@code filter-log-events}; {@code
 *       {…, "logEvents": […]}}: what a subscription filter sends
 *   <li>a text that is the record: {@code CloudTrailEvent} of {@code lookup-events}, {@code
 *       eventJson} of a CloudTrail Lake export, {@code message} of a log event
 *   <li>a row of the Athena table, see {@link AthenaRow}
 * </ul>
 */
final class Envelopes {

  /** Members that hold a list of records. */
  static final Set<String> LISTS = Set.of("Records", "Events", "events", "logEvents");

  private static final List<String> TEXTS =
      List.of("CloudTrailEvent", "eventJson", "eventjson", "message");

  private Envelopes() {}

  /** Whether a member of this name is read whatever the record's fields are. */
  static boolean isText(String name) {
    return TEXTS.contains(name);
  }

  /**
   * The record that an object is or holds.
   *
   * @throws IOException if it holds a text that is no JSON object
   */
  static ObjectNode record(ObjectNode object, Fields fields) throws IOException {
    for (String name : TEXTS) {
      JsonNode text = object.get(name);
      if (text != null && text.isTextual() && !object.has("eventName")) {
        return parsed(text.textValue(), name, fields);
      }
    }
    return AthenaRow.isOne(object) ? AthenaRow.record(object) : object;
  }

  private static ObjectNode parsed(String text, String name, Fields fields) throws IOException {
    try (JsonParser parser = Trees.FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("expected a record in `" + name + "`, found other text");
      }
      ObjectNode record = (ObjectNode) Trees.value(parser, fields);
      if (parser.nextToken() != null) {
        throw new IOException("expected one record in `" + name + "`, found more");
      }
      return record;
    }
  }
}

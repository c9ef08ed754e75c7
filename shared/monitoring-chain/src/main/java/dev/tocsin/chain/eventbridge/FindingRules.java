package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.model.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Rules that hear of what a security service makes of events, not of the events: a finding comes
 * where the service has a rule of its own for what happened, minutes to hours later. Which detail
 * types these are says the EventBridge events reference.
 */
public final class FindingRules {
  private static final Map<String, String> SERVICES =
      Map.of(
          "Security Hub Findings - Imported", "Security Hub",
          "Security Hub Findings - Custom Action", "Security Hub",
          "Security Hub Insight Results", "Security Hub",
          "Findings Imported V2", "Security Hub",
          "GuardDuty Finding", "GuardDuty",
          "Access Analyzer Finding", "IAM Access Analyzer",
          "Inspector2 Finding", "Amazon Inspector",
          "Macie Finding", "Amazon Macie",
          "Config Rules Compliance Change", "AWS Config");

  private FindingRules() {}

  /** For each such rule of the snapshot's Regions, what it is about. */
  public static List<String> notes(Snapshot snapshot) {
    return new TreeMap<>(snapshot.regions())
        .values().stream()
            .flatMap(region -> region.rules().stream())
            .flatMap(rule -> service(rule).map(service -> note(rule, service)).stream())
            .distinct()
            .toList();
  }

  private static String note(EventRule rule, String service) {
    return "rule `%s` is about findings of %s: it hears of no call itself, and whether there is a finding for one is not decided here"
        .formatted(rule.name(), service);
  }

  private static Optional<String> service(EventRule rule) {
    if (rule.eventPattern() == null) {
      return Optional.empty();
    }
    try {
      JsonNode types = JsonTexts.read(rule.eventPattern()).path("detail-type");
      return StreamSupport.stream(types.spliterator(), false)
          .flatMap(type -> Optional.ofNullable(SERVICES.get(type.asText())).stream())
          .findFirst();
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }
}

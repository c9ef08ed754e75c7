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
 * types these are says the EventBridge events reference, on the pages {@code events-ref-} of {@code
 * securityhub}, {@code guardduty}, {@code access-analyzer}, {@code inspector2} (with those of
 * Inspector Classic), {@code macie} and {@code config}; read in November 2026.
 */
public final class FindingRules {
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("Security Hub Findings", "Security Hub"),
          Map.entry("Security Hub Findings - Imported", "Security Hub"),
          Map.entry("Security Hub Findings - Custom Action", "Security Hub"),
          Map.entry("Security Hub Insight Results", "Security Hub"),
          Map.entry("Security Hub Standard Results", "Security Hub"),
          Map.entry("Findings Imported V2", "Security Hub"),
          Map.entry("GuardDuty Finding", "GuardDuty"),
          Map.entry("Access Analyzer Finding", "IAM Access Analyzer"),
          Map.entry("Internal Access Finding", "IAM Access Analyzer"),
          Map.entry("Unused Access Finding for IAM entities", "IAM Access Analyzer"),
          Map.entry("Inspector Finding", "Amazon Inspector"),
          Map.entry("Inspector2 Finding", "Amazon Inspector"),
          Map.entry("Macie Finding", "Amazon Macie"),
          Map.entry("Config Rules Compliance Change", "AWS Config"));

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

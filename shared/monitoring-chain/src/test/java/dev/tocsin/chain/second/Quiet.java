package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/** What keeps an alarm from telling, though it fires. */
final class Quiet {
  private final JsonNode region;
  private final Terms terms;

  Quiet(JsonNode region, Terms terms) {
    this.region = region;
    this.terms = terms;
  }

  /** Whether its state may change to ALARM: it is in another one, or came to it of late. */
  boolean isReady(JsonNode alarm) {
    if (!alarm.hasNonNull("StateValue")) {
      return !alarm.has("AlarmRule") || !hasStuck();
    }
    String state = alarm.path("StateValue").asText();
    if (!state.equals("ALARM")) {
      return isResting(state);
    }
    JsonNode since = alarm.path("StateTransitionedTimestamp");
    if (!since.isTextual()) {
      return false;
    }
    Duration age =
        Duration.between(
            OffsetDateTime.parse(since.asText()), terms.now().atOffset(ZoneOffset.UTC));
    return age.compareTo(Duration.ofDays(2)) <= 0 && age.compareTo(Duration.ofDays(-1)) >= 0;
  }

  private static boolean isResting(String state) {
    return state.equals("OK") || state.equals("INSUFFICIENT_DATA");
  }

  /** Whether any alarm may have been in ALARM for long, and hold a composite one there. */
  private boolean hasStuck() {
    return region.findValues("StateValue").stream()
        .anyMatch(state -> state.asText().equals("ALARM"));
  }

  boolean isUnmuted(JsonNode alarm) {
    Set<JsonNode> repeated = new HashSet<>();
    for (JsonNode rule : region.path("AlarmMuteRules")) {
      boolean meant =
          rule.path("MuteTargets").toString().contains(alarm.path("AlarmName").toString());
      if (meant && !rule.path("Status").asText().equals("EXPIRED")) {
        if (rule.toString().contains("cron(")) {
          repeated.add(rule);
        }
        if (!isSeldom(rule)) {
          return false;
        }
      }
    }
    return repeated.size() < 2;
  }

  /** A window that comes once, or weekly and for some hours. */
  private static boolean isSeldom(JsonNode rule) {
    JsonNode schedule = rule.path("Rule").path("Schedule");
    String when = schedule.path("Expression").asText().strip();
    String length = schedule.path("Duration").asText("");
    boolean hours = length.matches("PT(\\d|1\\d|2[0-3])H|PT\\d{1,3}M");
    return rule.path("Status").asText().equals("SCHEDULED")
        && length.startsWith("P")
        && (when.matches("at\\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d\\)")
            || (hours && when.matches("cron\\(\\w+ \\w+ (\\* \\S+ \\w+|\\w+ \\S+ \\*)\\)")));
  }

  /** Whether an alarm is quiet now and reads nothing that a filter of the Region publishes. */
  boolean isApart(JsonNode alarm) {
    if (!isResting(alarm.path("StateValue").asText())) {
      return false;
    }
    for (JsonNode published : region.path("metricFilters").findParents("metricNamespace")) {
      if (alarm.toString().contains(published.path("metricName").toString())) {
        return false;
      }
    }
    boolean byName = alarm.hasNonNull("MetricName") && alarm.hasNonNull("Namespace");
    return !alarm.has("EvaluationCriteria") && (byName || !alarm.path("Metrics").isEmpty());
  }
}

package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Alarms that are in ALARM whenever another one is: they look at the same data in the same way, at
 * one data point of some minutes, and differ at most in their names, their actions, in what they
 * take data for that are missing, which the event's are not, and in a threshold that is passed
 * earlier.
 */
final class Twins {
  private static final List<String> DECIDE =
      List.of(
          "Namespace",
          "MetricName",
          "Dimensions",
          "Unit",
          "ExtendedStatistic",
          "Period",
          "ComparisonOperator",
          "Metrics",
          "EvaluationState",
          "EvaluationCriteria",
          "EvaluationInterval",
          "EvaluationWindow",
          "WarmUpConfiguration",
          "ThresholdMetricId");

  private static final Set<String> OF_ONES = Set.of("Sum", "Average", "Minimum", "Maximum");

  private final JsonNode region;
  private final JsonNode alarm;
  private final Quiet quiet;

  Twins(JsonNode region, JsonNode alarm, Quiet quiet) {
    this.region = region;
    this.alarm = alarm;
    this.quiet = quiet;
  }

  /** Whether each of these names is the alarm's own or a twin's. */
  boolean areAll(List<String> names) {
    return names.stream().allMatch(name -> is(alarm, name) || hasTwin(name));
  }

  private boolean hasTwin(String name) {
    for (JsonNode other : region.path("MetricAlarms")) {
      if (is(other, name)) {
        return isOfOnePoint(alarm) && isOfOnePoint(other) && isAlike(other) && quiet.isReady(other);
      }
    }
    return false;
  }

  private boolean isAlike(JsonNode other) {
    return DECIDE.stream()
            .allMatch(member -> said(alarm.path(member)).equals(said(other.path(member))))
        && statistic(alarm).equals(statistic(other))
        && passesWith(alarm.path("Threshold"), other.path("Threshold"));
  }

  /** One event is one 1, of which all but a count of several are 1, unless zeros come with it. */
  private String statistic(JsonNode of) {
    boolean ones =
        region.path("metricFilters").findValues("defaultValue").isEmpty()
            && region.path("metricFilters").findValuesAsText("metricValue").stream()
                .allMatch("1"::equals)
            && of.path("ComparisonOperator").asText().equals("GreaterThanOrEqualToThreshold")
            && of.path("Threshold").asDouble(2) <= 1;
    String statistic = of.path("Statistic").asText();
    return ones && OF_ONES.contains(statistic) ? "1" : statistic;
  }

  private boolean passesWith(JsonNode threshold, JsonNode another) {
    if (said(threshold).equals(said(another))) {
      return true;
    }
    String operator = alarm.path("ComparisonOperator").asText();
    if (!threshold.isNumber() || !another.isNumber()) {
      return false;
    }
    double earlier = threshold.asDouble() - another.asDouble();
    return operator.startsWith("GreaterThan")
        ? earlier > 0
        : operator.startsWith("LessThan") && earlier < 0;
  }

  /** What stands there; nothing, null and what is empty are one. */
  private static String said(JsonNode value) {
    boolean nothing =
        value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty());
    return nothing ? "" : value.isNumber() ? String.valueOf(value.asDouble()) : value.toString();
  }

  private static boolean isOfOnePoint(JsonNode alarm) {
    int periods = alarm.path("EvaluationPeriods").asInt(0);
    int span = periods * alarm.path("Period").asInt(0);
    return alarm.path("DatapointsToAlarm").asInt(periods) == 1 && span >= 300 && span <= 86_400;
  }

  private static boolean is(JsonNode alarm, String name) {
    return alarm.path("AlarmName").asText().equals(name);
  }
}

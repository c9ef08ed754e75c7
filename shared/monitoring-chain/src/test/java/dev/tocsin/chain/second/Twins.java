package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Alarms that are in ALARM whenever another one is: they look at the same data in the same way, at
 * one data point of some minutes, and differ at most in their names, their actions, and in a
 * threshold that is passed earlier.
 */
final class Twins {
  private static final List<String> DECIDE =
      List.of(
          "Namespace",
          "MetricName",
          "Dimensions",
          "Unit",
          "Statistic",
          "ExtendedStatistic",
          "Period",
          "ComparisonOperator",
          "TreatMissingData",
          "Metrics",
          "EvaluationState",
          "EvaluationCriteria",
          "EvaluationInterval",
          "EvaluationWindow",
          "WarmUpConfiguration",
          "ThresholdMetricId");

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
        && passesWith(alarm.path("Threshold"), other.path("Threshold"));
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

  /** What stands there; nothing, null and an empty list are one. */
  private static String said(JsonNode value) {
    boolean nothing = value.isMissingNode() || value.isNull() || value.toString().equals("[]");
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

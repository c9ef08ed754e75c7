package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** An alarm, run over data points one period after another; null is a missing one. */
final class Simulation {
  private static final Set<String> TREATMENTS =
      Set.of("missing", "ignore", "breaching", "notBreaching");

  private final String comparison;
  private final JsonNode threshold;
  private final String treatment;
  private final long periods;
  private final long needed;
  private final int seconds;

  Simulation(JsonNode alarm, JsonNode periods, JsonNode needed, int seconds) {
    this.comparison = alarm.path("ComparisonOperator").asText();
    this.threshold = alarm.path("Threshold");
    this.treatment = alarm.path("TreatMissingData").asText("missing");
    this.periods = periods.asLong(0);
    this.needed = needed.isNumber() ? needed.asLong() : this.periods;
    this.seconds = seconds;
  }

  /**
   * Whether one period with any of {@code seen}, among periods with any of {@code quiet}, changes
   * the alarm to ALARM within an hour.
   */
  boolean tellsOf(List<Double> seen, List<Double> quiet) {
    boolean settings =
        TREATMENTS.contains(treatment)
            && threshold.isNumber()
            && List.of(">=", ">", "<", "<=").contains(sign())
            && needed >= 1
            && periods >= needed
            && seconds >= 60
            && seconds % 60 == 0
            && periods * seconds <= (seconds < 3_600 ? 86_400 : 604_800);
    if (!settings || seen.stream().anyMatch(value -> value == null || !breaches(value))) {
      return false;
    }
    if (quiet.stream().filter(Objects::nonNull).anyMatch(this::breaches)) {
      return false;
    }
    boolean ends = false;
    for (Double between : quiet) {
      List<Double> range = new ArrayList<>(Collections.nCopies((int) periods, between));
      String rest = state(range);
      ends |= !rest.equals("AS IT WAS");
      if (rest.equals("ALARM") || !raises(range, seen.get(0))) {
        return false;
      }
    }
    return ends;
  }

  private boolean raises(List<Double> quiet, double seen) {
    for (int age = 1; age <= periods && (age == 1 || age * seconds <= 3_600); age++) {
      List<Double> range = new ArrayList<>(quiet);
      range.set((int) periods - age, seen);
      if (state(range).equals("ALARM")) {
        return true;
      }
    }
    return false;
  }

  private String state(List<Double> range) {
    long breaching = range.stream().filter(value -> value != null && breaches(value)).count();
    long missing = range.stream().filter(Objects::isNull).count();
    long fine = periods - breaching - missing;
    if (breaching >= needed || (treatment.equals("breaching") && breaching + missing >= needed)) {
      return "ALARM";
    }
    if (treatment.endsWith("reaching") || fine > 0) {
      return "OK";
    }
    if (treatment.equals("ignore")) {
      return "AS IT WAS";
    }
    if (breaching == 0) {
      return "INSUFFICIENT_DATA";
    }
    int oldest = 0;
    while (range.get(oldest) == null) {
      oldest++;
    }
    return periods - oldest >= needed ? "ALARM" : "AS IT WAS";
  }

  private boolean breaches(double value) {
    double limit = threshold.asDouble();
    return switch (sign()) {
      case ">=" -> value >= limit;
      case ">" -> value > limit;
      case "<" -> value < limit;
      default -> value <= limit;
    };
  }

  private String sign() {
    return switch (comparison) {
      case "GreaterThanOrEqualToThreshold" -> ">=";
      case "GreaterThanThreshold" -> ">";
      case "LessThanThreshold" -> "<";
      case "LessThanOrEqualToThreshold" -> "<=";
      default -> "";
    };
  }
}

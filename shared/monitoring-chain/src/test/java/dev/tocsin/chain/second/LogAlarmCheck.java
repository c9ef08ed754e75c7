package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A log alarm of {@code count(*)} whose runs overlap, run over what its query may count. */
final class LogAlarmCheck {
  private LogAlarmCheck() {}

  static boolean fires(JsonNode alarm, Terms terms) {
    JsonNode query = alarm.path("ScheduledQueryConfiguration");
    JsonNode schedule = query.path("ScheduleConfiguration");
    String rate = schedule.path("ScheduleExpression").asText();
    if (alarm.hasNonNull("EvaluationState")
        || !query.path("AggregationExpression").asText().matches("count\\(\\*?\\)")
        || !rate.matches("rate\\([1-9]\\d? minutes?\\)|rate\\(1 hour\\)")
        || !schedule.path("StartTimeOffset").isNumber()) {
      return false;
    }
    int step = rate.contains("hour") ? 3_600 : 60 * Integer.parseInt(rate.replaceAll("\\D", ""));
    long start = schedule.path("StartTimeOffset").asLong();
    long end = schedule.path("EndTimeOffset").asLong(0);
    if (end < 0 || start - end < step || start - step < 900 || end + step > 3_600) {
      return false;
    }
    List<Double> seen = new ArrayList<>();
    for (int more : new int[] {0, 1, 1_000}) {
      seen.add((double) terms.events() + more);
    }
    List<Double> quiet = new ArrayList<>();
    quiet.add(null);
    quiet.add(0.0);
    Simulation simulation =
        new Simulation(
            alarm, alarm.path("QueryResultsToEvaluate"), alarm.path("QueryResultsToAlarm"), step);
    return simulation.tellsOf(seen, quiet);
  }
}

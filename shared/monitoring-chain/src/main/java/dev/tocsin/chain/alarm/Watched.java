package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.MetricAlarm;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an alarm says that it watches. One metric, metric math, or a PromQL query: what excludes one
 * another in the API reference of {@code PutMetricAlarm} is never printed together, and where it
 * stands together in a snapshot nobody knows which part holds.
 */
final class Watched {
  private Watched() {}

  /** What excludes one another, in words; empty iff nothing does. */
  static Optional<String> contradiction(MetricAlarm alarm) {
    boolean byName = alarm.metricName() != null;
    boolean math = !alarm.metrics().isEmpty();
    boolean query = alarm.evaluationCriteria() != null;
    if (Stream.of(byName, math, query).filter(watches -> watches).count() > 1) {
      return Optional.of("it watches several things, and an alarm watches one");
    }
    if (alarm.statistic() != null && alarm.extendedStatistic() != null) {
      return Optional.of("it has two statistics, and an alarm has one");
    }
    if (math
        && Stream.of(alarm.statistic(), alarm.extendedStatistic(), alarm.period(), alarm.unit())
            .anyMatch(member -> member != null)) {
      return Optional.of("it has a statistic, period or unit beside those of its `Metrics`");
    }
    return alarm.evaluationInterval() != null && !query
        ? Optional.of("it has an `EvaluationInterval`, which only PromQL alarms have")
        : Optional.empty();
  }
}

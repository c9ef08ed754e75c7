package dev.tocsin.backtest;

import dev.tocsin.backtest.tally.AlarmTiming;
import dev.tocsin.chain.alarm.Input;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.MetricFilter.MetricTransformation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When an alarm rings for the events of a filter, for alarms whose periods can be counted out: one
 * metric, its Sum, SampleCount or Maximum, above a fixed threshold. Of others that is not said.
 */
final class AlarmReading {

  private AlarmReading() {}

  /** Empty iff the alarm does not read the filter's metric, or its timing is not of that form. */
  static Optional<AlarmTiming> of(MetricAlarm alarm, MetricFilter filter) {
    List<Input> inputs = Input.of(alarm);
    if (inputs.size() != 1 || alarm.metrics().size() > 1) {
      return Optional.empty();
    }
    Input input = inputs.get(0);
    return filter.metricTransformations().stream()
        .filter(
            metric ->
                metric.metricNamespace().equals(input.metric().namespace())
                    && metric.metricName().equals(input.metric().name()))
        .findFirst()
        .flatMap(metric -> timing(alarm, input, metric));
  }

  private static Optional<AlarmTiming> timing(
      MetricAlarm alarm, Input input, MetricTransformation metric) {
    OptionalLong events = events(alarm, input.statistic(), metric.metricValue());
    if (events.isEmpty() || input.period() < 1 || alarm.evaluationPeriods() == null) {
      return Optional.empty();
    }
    int periods = alarm.evaluationPeriods();
    int datapoints = Optional.ofNullable(alarm.datapointsToAlarm()).orElse(periods);
    return Optional.of(new AlarmTiming(input.period(), events.getAsLong(), datapoints, periods));
  }

  /** How many events breach the threshold within one period. */
  private static OptionalLong events(MetricAlarm alarm, String statistic, String metricValue) {
    double value;
    try {
      value = Double.parseDouble(metricValue);
    } catch (NumberFormatException selector) {
      return OptionalLong.empty();
    }
    if (alarm.threshold() == null || !(value > 0)) {
      return OptionalLong.empty();
    }
    boolean equalIsEnough = "GreaterThanOrEqualToThreshold".equals(alarm.comparisonOperator());
    if (!equalIsEnough && !"GreaterThanThreshold".equals(alarm.comparisonOperator())) {
      return OptionalLong.empty();
    }
    double threshold = alarm.threshold();
    return switch (statistic) {
      case "Sum" -> reached(threshold / value, equalIsEnough);
      case "SampleCount" -> reached(threshold, equalIsEnough);
      case "Maximum" ->
          value > threshold || (equalIsEnough && value == threshold)
              ? OptionalLong.of(1)
              : OptionalLong.empty();
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong reached(double threshold, boolean equalIsEnough) {
    double least = equalIsEnough ? Math.ceil(threshold) : Math.floor(threshold) + 1;
    return OptionalLong.of(Math.max(1, (long) least));
  }
}

package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.alarm.Input;
import dev.tocsin.chain.alarm.MetricAlarmJudge;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.language.InsightsQuery;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.LogAlarm;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.MetricFilter.MetricTransformation;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which alarms of a Region may change their state because of the control's own events: they read a
 * metric that such events feed, query for them, or depend on an alarm that does, at any depth. So
 * may those that read metrics by PromQL, which finds them by parts of names, and composite alarms
 * whose rules always hold.
 *
 * <p>Of a pattern or query that is not understood, or a metric that is left out, the worst is
 * assumed. Worked out when first asked, since few accounts have suppressors.
 */
final class StirredAlarms {
  private final RegionMonitoring monitoring;
  private final CompositeGraph graph;
  private final Fit fit;
  private Set<String> names;

  StirredAlarms(RegionMonitoring monitoring, CompositeGraph graph, Fit fit) {
    this.monitoring = monitoring;
    this.graph = graph;
    this.fit = fit;
  }

  boolean contains(Alarm alarm) {
    if (names == null) {
      names = find();
    }
    // What is on a cycle has no place above anything, and may do what it likes.
    return names.contains(alarm.alarmName())
        || (alarm instanceof CompositeAlarm composite
            && graph.ordered().stream()
                .filter(one -> one.alarm().equals(composite))
                .allMatch(StirredAlarms::alwaysHolds));
  }

  private Set<String> find() {
    List<MetricTransformation> fed =
        monitoring.metricFilters().stream()
            .filter(this::maySee)
            .flatMap(filter -> filter.metricTransformations().stream())
            .toList();
    Set<String> found = new HashSet<>();
    Stream.concat(
            monitoring.metricAlarms().stream()
                .filter(
                    alarm ->
                        MetricAlarmJudge.readsUnknown(alarm)
                            || fed.stream().anyMatch(metric -> reads(alarm, metric))),
            monitoring.logAlarms().stream().filter(this::maySee))
        .forEach(
            alarm -> {
              found.add(alarm.alarmName());
              graph.above(alarm).forEach(composite -> found.add(composite.name()));
            });
    return found;
  }

  private boolean maySee(MetricFilter filter) {
    return !(fit.deployed().pattern(filter.filterPattern()) instanceof FilterPattern pattern)
        || fit.maySeeSome(pattern);
  }

  private boolean maySee(LogAlarm alarm) {
    return alarm.scheduledQueryConfiguration() == null
        || InsightsQuery.parse(String.valueOf(alarm.scheduledQueryConfiguration().queryString()))
            .map(fit::maySeeSome)
            .orElse(true);
  }

  private static boolean alwaysHolds(CompositeGraph.Composite composite) {
    return composite
        .rule()
        .map(rule -> rule.evaluate((state, name) -> Truth.UNKNOWN))
        .filter(Truth.TRUE::equals)
        .isPresent();
  }

  private static boolean reads(MetricAlarm alarm, MetricTransformation metric) {
    return Input.of(alarm).stream()
            .map(Input::metric)
            .anyMatch(
                read ->
                    read.namespace().equals(metric.metricNamespace())
                        && read.name().equals(metric.metricName()))
        || MetricAlarmJudge.mentions(alarm, metric.metricName());
  }
}

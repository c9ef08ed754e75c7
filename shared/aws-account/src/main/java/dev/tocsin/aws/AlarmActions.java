package dev.tocsin.aws;

import dev.tocsin.aws.AlarmReader.Alarms;
import dev.tocsin.chain.remedy.OwnNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/**
 * Which actions the events in a log group can set off. An account has alarms for much else, and
 * their topics are nobody's business here.
 */
final class AlarmActions {
  private AlarmActions() {}

  /**
   * The actions, in the alarms' order, of: metric alarms on a metric that one of the filters feeds,
   * composite alarms whose expression speaks of such an alarm (at any depth), and log alarms. May
   * be too many (dimensions and units are not compared, names in expressions are only looked for),
   * never too few.
   */
  static Set<String> of(List<MetricFilter> filters, Alarms alarms) {
    Set<Metric> fed =
        filters.stream()
            .flatMap(filter -> filter.metricTransformations().stream())
            .map(metric -> new Metric(metric.metricNamespace(), metric.metricName()))
            .collect(Collectors.toSet());
    List<MetricAlarm> watching =
        alarms.metric().stream().filter(alarm -> metrics(alarm).anyMatch(fed::contains)).toList();
    Set<String> actions = new LinkedHashSet<>();
    watching.forEach(alarm -> actions.addAll(alarm.alarmActions()));
    composites(watching, alarms).forEach(alarm -> actions.addAll(alarm.alarmActions()));
    alarms.log().forEach(alarm -> actions.addAll(alarm.alarmActions()));
    return actions;
  }

  /** The actions of the alarms that may be remediation's own, whatever they watch. */
  static Set<String> ofOwn(Alarms alarms) {
    return alarms.metric().stream()
        .filter(alarm -> alarm.alarmName().startsWith(OwnNames.PREFIX))
        .flatMap(alarm -> alarm.alarmActions().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Metric> metrics(MetricAlarm alarm) {
    return Stream.concat(
        Stream.of(new Metric(alarm.namespace(), alarm.metricName())),
        alarm.metrics().stream()
            .filter(query -> query.metricStat() != null)
            .map(query -> query.metricStat().metric())
            .map(metric -> new Metric(metric.namespace(), metric.metricName())));
  }

  private static List<CompositeAlarm> composites(List<MetricAlarm> watching, Alarms alarms) {
    Set<String> names = new LinkedHashSet<>();
    watching.forEach(alarm -> names.add(alarm.alarmName()));
    alarms.log().forEach(alarm -> names.add(alarm.alarmName()));
    List<CompositeAlarm> found = new ArrayList<>();
    List<CompositeAlarm> rest = new ArrayList<>(alarms.composite());
    boolean grows = true;
    while (grows) {
      List<CompositeAlarm> next =
          rest.stream()
              .filter(alarm -> names.stream().anyMatch(alarm.alarmRule()::contains))
              .toList();
      next.forEach(alarm -> names.add(alarm.alarmName()));
      found.addAll(next);
      rest.removeAll(next);
      grows = !next.isEmpty();
    }
    return found;
  }

  private record Metric(String namespace, String name) {}
}

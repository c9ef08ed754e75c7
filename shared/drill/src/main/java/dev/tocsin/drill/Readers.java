package dev.tocsin.drill;

import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.Dimension;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.RegionMonitoring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which alarms of a Region read a metric. */
record Readers(RegionMonitoring monitoring) {

  /** Whether any alarm reads it, dimension for dimension. */
  boolean isRead(MetricId metric) {
    return monitoring.metricAlarms().stream().anyMatch(alarm -> reads(alarm, metric));
  }

  /** The first alarm that reads a metric of that name with other dimensions. */
  List<String> missing(MetricId metric) {
    return monitoring.metricAlarms().stream()
        .filter(alarm -> metric.name().equals(alarm.metricName()))
        .filter(alarm -> metric.namespace().equals(alarm.namespace()))
        .map(MetricAlarm::alarmName)
        .limit(1)
        .toList();
  }

  /** The alarms that read one of the metrics, then the composite alarms over those. */
  List<Alarm> of(List<MetricId> metrics) {
    List<Alarm> found = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (MetricAlarm alarm : monitoring.metricAlarms()) {
      if (metrics.stream().anyMatch(metric -> reads(alarm, metric))) {
        found.add(alarm);
        names.add(alarm.alarmName());
      }
    }
    // A composite alarm may be over another: as many rounds as there can be storeys.
    for (int storey = 0; storey < monitoring.compositeAlarms().size(); storey++) {
      for (CompositeAlarm alarm : monitoring.compositeAlarms()) {
        if (names.stream().anyMatch(alarm.alarmRule()::contains) && names.add(alarm.alarmName())) {
          found.add(alarm);
        }
      }
    }
    return found;
  }

  private static boolean reads(MetricAlarm alarm, MetricId metric) {
    return metric.equals(id(alarm.namespace(), alarm.metricName(), alarm.dimensions()))
        || alarm.metrics().stream()
            .map(query -> query.metricStat())
            .filter(Objects::nonNull)
            .map(stat -> stat.metric())
            .anyMatch(
                one -> metric.equals(id(one.namespace(), one.metricName(), one.dimensions())));
  }

  private static MetricId id(String namespace, String name, List<Dimension> dimensions) {
    Map<String, String> values = new HashMap<>();
    dimensions.forEach(dimension -> values.put(dimension.name(), dimension.value()));
    return new MetricId(namespace, name, values);
  }
}

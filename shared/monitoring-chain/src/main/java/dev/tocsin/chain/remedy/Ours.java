package dev.tocsin.chain.remedy;

import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;

/**
 * What remediation made, told by name and namespace: a snapshot has no tags, and metric filters
 * cannot carry any.
 */
final class Ours {

  static final String PREFIX = "tocsin-";
  static final String TOPIC = "tocsin-alarms";
  private static final String NAMESPACE = "Tocsin";

  private Ours() {}

  static boolean made(MetricFilter filter) {
    return filter.filterName().startsWith(PREFIX)
        && filter.metricTransformations().stream()
            .allMatch(metric -> metric.metricNamespace().equals(NAMESPACE));
  }

  static boolean made(MetricAlarm alarm) {
    return alarm.alarmName().startsWith(PREFIX) && NAMESPACE.equals(alarm.namespace());
  }
}

package dev.tocsin.remediation;

import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.OwnNames;

/** What remediation made, as far as a snapshot shows it, and the ARNs of what it makes. */
final class Ours {

  private static final String NAMESPACE = "Tocsin";

  private Ours() {}

  /** Metric filters cannot carry a tag: told by name and namespace. */
  static boolean made(MetricFilter filter) {
    return filter.filterName().startsWith(OwnNames.PREFIX)
        && !filter.metricTransformations().isEmpty()
        && filter.metricTransformations().stream()
            .allMatch(metric -> metric.metricNamespace().equals(NAMESPACE));
  }

  /** Whether an alarm watches a metric of ours. */
  static boolean reads(MetricAlarm alarm) {
    return NAMESPACE.equals(alarm.namespace());
  }

  static String topicArn(Snapshot account, String region) {
    return arn("sns", region, account, OwnNames.TOPIC);
  }

  static String arn(String service, String region, Snapshot account, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(
            Partition.of(region).id(),
            service,
            service.equals("iam") ? "" : region,
            account.account(),
            resource);
  }
}

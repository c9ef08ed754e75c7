package dev.tocsin.chain.remedy;

import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a control's alarm notify, or makes the alarm; what {@code Tocsin-RepairAlarmChain} and
 * {@code Tocsin-CreateMetricFilterAndAlarm} do.
 */
final class AlarmRepair {

  private final List<MetricFilter> metricFilters;
  private final List<MetricAlarm> metricAlarms;
  private final String regionName;
  private final TopicRepair topics;

  AlarmRepair(Snapshot snapshot, String regionName, TopicRepair topics) {
    Optional<RegionMonitoring> region = snapshot.in(regionName);
    this.metricFilters = region.map(RegionMonitoring::metricFilters).orElse(List.of());
    this.metricAlarms = region.map(RegionMonitoring::metricAlarms).orElse(List.of());
    this.regionName = regionName;
    this.topics = topics;
  }

  /** A filter and an alarm of our own, unless somebody else's bears the name. */
  void create(Remediable one, String logGroup, String topicArn, PlanBuilder plan) {
    String name = Ours.PREFIX + one.control();
    if (nameIsTaken(name, logGroup)) {
      plan.byHand(
          "`%s` was not made by remediation, so it is not replaced: rename it and plan again"
              .formatted(name));
      return;
    }
    Map<String, String> values =
        Map.of(
            "control", one.control(),
            "title", one.title(),
            "logGroup", logGroup,
            "pattern", one.pattern(),
            "topicArn", topicArn);
    plan.add(
        CallTemplates.call(
            "PutMetricFilter",
            regionName,
            "no working filter sees every event of `" + one.control() + "`",
            values));
    plan.add(
        CallTemplates.call(
            "PutMetricAlarm", regionName, "one such event raises the alarm", values));
  }

  private boolean nameIsTaken(String name, String logGroup) {
    return metricFilters.stream()
            .anyMatch(
                filter ->
                    filter.filterName().equals(name)
                        && filter.logGroupName().equals(logGroup)
                        && !Ours.made(filter))
        || metricAlarms.stream()
            .anyMatch(alarm -> alarm.alarmName().equals(name) && !Ours.made(alarm));
  }

  /**
   * True iff everything found is wrong with an alarm that exists, and only with whom it tells: its
   * actions, their topics, their subscriptions.
   */
  boolean isEnough(Remediable one) {
    Optional<MetricAlarm> alarm = judgedAlarm(one);
    return alarm.isPresent()
        && one.verdict().findings().stream().allMatch(finding -> isMendable(finding, alarm.get()));
  }

  private static boolean isMendable(Finding finding, MetricAlarm alarm) {
    return switch (finding.link()) {
      case ACTION, TOPIC, SUBSCRIPTION -> true;
      case ALARM ->
          finding.subject().equals(alarm.alarmName())
              && (!alarm.actionsEnabled() || topics(alarm).isEmpty());
      case TRAIL, LOG_GROUP, METRIC_FILTER, METRIC, EVENT_RULE -> false;
    };
  }

  /** Mends the alarm that the verdict is about. Precondition: it {@link #isEnough}. */
  void repair(Remediable one, PlanBuilder whole) {
    PlanBuilder plan = new PlanBuilder();
    MetricAlarm alarm = judgedAlarm(one).orElseThrow();
    if (!alarm.actionsEnabled()) {
      plan.add(
          CallTemplates.call(
              "EnableAlarmActions",
              regionName,
              "the actions of alarm `" + alarm.alarmName() + "` are off",
              Map.of("alarmName", alarm.alarmName())));
    }
    if (topics(alarm).isEmpty()) {
      plan.byHand(
          "alarm `%1$s` has no topic: run Tocsin-RepairAlarmChain with AlarmName=%1$s, which writes the alarm back with one"
              .formatted(alarm.alarmName()));
    }
    topics(alarm).forEach(arn -> topics.repair(arn, alarm, plan));
    if (plan.isEmpty()) {
      one.verdict().findings().forEach(finding -> plan.byHand(finding.fix()));
    }
    whole.addAll(plan);
  }

  /** The alarm a finding names, or the one that reads the metric that the verdict followed. */
  private Optional<MetricAlarm> judgedAlarm(Remediable one) {
    List<String> named = one.verdict().findings().stream().map(Finding::subject).toList();
    List<String> metrics =
        one.verdict().chain().stream()
            .filter(evidence -> evidence.link() == Link.METRIC)
            .map(Evidence::subject)
            .toList();
    return metricAlarms.stream()
        .filter(
            alarm ->
                named.contains(alarm.alarmName())
                    || metrics.contains(alarm.namespace() + "/" + alarm.metricName()))
        .findFirst();
  }

  private static List<String> topics(MetricAlarm alarm) {
    return alarm.alarmActions().stream().filter(arn -> arn.contains(":sns:")).toList();
  }
}

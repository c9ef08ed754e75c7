package dev.tocsin.chain.remedy;

import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a control's alarm notify, or makes the alarm; what {@code Tocsin-RepairAlarmChain} and
 * {@code Tocsin-CreateMetricFilterAndAlarm} do.
 */
final class AlarmRepair {

  private final RegionMonitoring region;
  private final String regionName;
  private final TopicRepair topics;

  AlarmRepair(Snapshot snapshot, String regionName, TopicRepair topics) {
    this.region = snapshot.in(regionName).orElseThrow();
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
    return region.metricFilters().stream()
            .anyMatch(
                filter ->
                    filter.filterName().equals(name)
                        && filter.logGroupName().equals(logGroup)
                        && !Ours.made(filter))
        || region.metricAlarms().stream()
            .anyMatch(alarm -> alarm.alarmName().equals(name) && !Ours.made(alarm));
  }

  /** Mends the alarm that the verdict names. */
  void repair(Remediable one, PlanBuilder plan) {
    Optional<MetricAlarm> alarm = judgedAlarm(one);
    if (alarm.isEmpty()) {
      one.verdict().findings().forEach(finding -> plan.byHand(finding.fix()));
      return;
    }
    if (!alarm.get().actionsEnabled()) {
      plan.add(
          CallTemplates.call(
              "EnableAlarmActions",
              regionName,
              "the actions of alarm `" + alarm.get().alarmName() + "` are off",
              Map.of("alarmName", alarm.get().alarmName())));
    }
    List<String> topicArns =
        alarm.get().alarmActions().stream().filter(arn -> arn.contains(":sns:")).toList();
    if (topicArns.isEmpty()) {
      plan.byHand(
          "alarm `%1$s` has no topic: run Tocsin-RepairAlarmChain with AlarmName=%1$s, which writes the alarm back with one"
              .formatted(alarm.get().alarmName()));
    }
    topicArns.forEach(arn -> topics.repair(arn, plan));
  }

  private Optional<MetricAlarm> judgedAlarm(Remediable one) {
    List<String> named =
        Stream.concat(
                one.verdict().findings().stream().map(Finding::subject),
                one.verdict().chain().stream()
                    .filter(evidence -> evidence.link() == Link.ALARM)
                    .map(Evidence::subject))
            .toList();
    return region.metricAlarms().stream()
        .filter(alarm -> named.contains(alarm.alarmName()))
        .findFirst();
  }
}

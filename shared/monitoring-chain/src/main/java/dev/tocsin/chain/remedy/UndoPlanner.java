package dev.tocsin.chain.remedy;

import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import java.util.Map;

/**
 * Decides which calls take away what remediation made: filters and alarms of our name and
 * namespace, rules of our name, and the topic once no alarm of somebody else's names it. Trails,
 * log groups and roles hold evidence and are left to a person.
 */
public final class UndoPlanner {

  /** The plan for every Region that was read. */
  public RemediationPlan plan(Snapshot snapshot) {
    PlanBuilder plan = new PlanBuilder();
    snapshot.regions().forEach((region, read) -> undo(region, read, plan));
    snapshot.trails().stream()
        .filter(trail -> trail.name().equals("tocsin-trail"))
        .forEach(
            trail ->
                plan.byHand(
                    "trail `tocsin-trail` holds evidence: delete it yourself if it is not needed"));
    snapshot.trails().stream()
        .filter(
            trail ->
                TrailRepair.logGroupName(trail)
                    .filter(TrailRepair.NEW_LOG_GROUP::equals)
                    .isPresent())
        .forEach(
            trail ->
                plan.byHand(
                    "trail `%s` delivers to log group `%s`: take the group from the trail, then delete group and role `tocsin-cloudtrail-to-logs` yourself"
                        .formatted(trail.name(), TrailRepair.NEW_LOG_GROUP)));
    return plan.build();
  }

  private static void undo(String region, RegionMonitoring read, PlanBuilder plan) {
    read.metricFilters().stream()
        .filter(Ours::made)
        .forEach(
            filter ->
                plan.add(
                    CallTemplates.call(
                        "DeleteMetricFilter",
                        region,
                        "made by remediation",
                        Map.of("logGroup", filter.logGroupName(), "name", filter.filterName()))));
    read.metricAlarms().stream()
        .filter(Ours::made)
        .forEach(
            alarm ->
                plan.add(
                    CallTemplates.call(
                        "DeleteAlarms",
                        region,
                        "made by remediation",
                        Map.of("name", alarm.alarmName()))));
    read.rules().stream()
        .filter(rule -> rule.name().startsWith(Ours.PREFIX))
        .forEach(
            rule -> {
              plan.add(
                  CallTemplates.call(
                      "RemoveTargets", region, "made by remediation", Map.of("name", rule.name())));
              plan.add(
                  CallTemplates.call(
                      "DeleteRule", region, "made by remediation", Map.of("name", rule.name())));
            });
    read.topics().stream()
        .filter(topic -> topic.topicArn().endsWith(":" + Ours.TOPIC))
        .forEach(topic -> deleteUnlessUsed(topic.topicArn(), region, read, plan));
  }

  private static void deleteUnlessUsed(
      String topicArn, String region, RegionMonitoring read, PlanBuilder plan) {
    boolean used =
        read.metricAlarms().stream()
            .anyMatch(alarm -> !Ours.made(alarm) && alarm.alarmActions().contains(topicArn));
    if (used) {
      plan.byHand(
          "topic `%s` is named by alarms that remediation did not make, so it stays"
              .formatted(topicArn));
    } else {
      plan.add(
          CallTemplates.call(
              "DeleteTopic", region, "made by remediation", Map.of("topicArn", topicArn)));
    }
  }
}

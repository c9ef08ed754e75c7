package dev.tocsin.remediation;

import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.OwnNames;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlannedCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which calls take away what remediation made: alarms and rules that carry its tag, filters
 * of its name and namespace, and the topic if nothing else uses it. Each call hangs on the tag, as
 * it is just before. Trails, log groups and roles hold evidence and are left to a person.
 */
public final class UndoPlanner {

  private final Set<String> controls;

  /**
   * @param controls the ids of all controls, of which remediation's names are made
   */
  public UndoPlanner(Set<String> controls) {
    this.controls = Set.copyOf(controls);
  }

  /**
   * The plan for every Region that was read.
   *
   * @param kept names of alarms and rules that carry no tag, as far as that is known; they are
   *     somebody else's, and so is what they use
   */
  public Plan plan(Snapshot snapshot, Set<String> kept) {
    List<PlannedCall> calls = new ArrayList<>();
    List<String> byHand = new ArrayList<>();
    snapshot.regions().forEach((region, read) -> undo(snapshot, region, read, kept, calls, byHand));
    snapshot.trails().stream().distinct().forEach(trail -> evidence(trail, byHand));
    return new Plan(snapshot.account(), calls, byHand, List.of(), List.of());
  }

  private void undo(
      Snapshot snapshot,
      String region,
      RegionMonitoring read,
      Set<String> kept,
      List<PlannedCall> calls,
      List<String> byHand) {
    List<EventRule> rules =
        read.rules().stream()
            .filter(rule -> isOurs(rule.name()) && !kept.contains(rule.name()))
            .toList();
    List<EventRule> going = rules.stream().filter(rule -> hasOnlyOurTarget(rule)).toList();
    rules.stream()
        .filter(rule -> !going.contains(rule))
        .forEach(
            rule ->
                byHand.add(
                    "rule `%s` has targets that remediation did not make, so it stays"
                        .formatted(rule.name())));
    going.forEach(rule -> calls.addAll(withoutRule(snapshot, region, rule.name())));
    List<MetricAlarm> alarms =
        read.metricAlarms().stream()
            .filter(alarm -> isOurs(alarm.alarmName()) && Ours.reads(alarm))
            .filter(alarm -> !kept.contains(alarm.alarmName()))
            .toList();
    alarms.forEach(alarm -> calls.add(withoutAlarm(snapshot, region, alarm.alarmName())));
    read.metricFilters().stream()
        .filter(filter -> isOurs(filter.filterName()) && Ours.made(filter))
        .forEach(filter -> calls.add(withoutFilter(region, filter)));
    String arn = Ours.topicArn(snapshot, region);
    read.topics().stream()
        .filter(topic -> topic.topicArn().equals(arn))
        .findFirst()
        .ifPresent(
            topic -> {
              Optional<String> use =
                  new TopicUse(read, arn, snapshot.account(), alarms, going).of(topic);
              if (use.isPresent()) {
                byHand.add("topic `%s` %s, so it stays".formatted(arn, use.get()));
              } else {
                calls.add(withoutTopic(region, topic));
              }
            });
  }

  private boolean isOurs(String name) {
    return name.startsWith(OwnNames.PREFIX)
        && controls.contains(name.substring(OwnNames.PREFIX.length()));
  }

  /** AWS refuses to delete a rule that has targets. */
  private static boolean hasOnlyOurTarget(EventRule rule) {
    return rule.denied().isEmpty()
        && rule.targets().stream().allMatch(target -> target.id().equals(OwnNames.TOPIC));
  }

  private static List<PlannedCall> withoutRule(Snapshot snapshot, String region, String name) {
    List<Expectation> ours =
        List.of(Checks.ruleIsOurs(Ours.arn("events", region, snapshot, "rule/" + name), name));
    return List.of(
        call(
            "RemoveTargets",
            region,
            name,
            Map.of("name", name),
            Checks.absent(
                Checks.read(
                    "events",
                    "ListTargetsByRule",
                    Map.of("Rule", name),
                    "Targets",
                    Map.of("Id", OwnNames.TOPIC)),
                ""),
            ours),
        call(
            "DeleteRule",
            region,
            name,
            Map.of("name", name),
            Checks.absent(Checks.rule(name), ""),
            ours));
  }

  private static PlannedCall withoutAlarm(Snapshot snapshot, String region, String name) {
    String arn = Ours.arn("cloudwatch", region, snapshot, "alarm:" + name);
    return call(
        "DeleteAlarms",
        region,
        name,
        Map.of("name", name),
        Checks.absent(Checks.alarm(name), ""),
        List.of(Checks.alarmIsOurs(arn, name)));
  }

  private static PlannedCall withoutFilter(String region, MetricFilter filter) {
    String group = filter.logGroupName();
    String name = filter.filterName();
    Map<String, Object> asRead = new LinkedHashMap<>();
    asRead.put("filterPattern", filter.filterPattern());
    asRead.put(
        "metricTransformations",
        filter.metricTransformations().stream()
            .map(one -> Map.of("metricNamespace", one.metricNamespace()))
            .toList());
    return call(
        "DeleteMetricFilter",
        region,
        name,
        Map.of("logGroup", group, "name", name),
        Checks.absent(Checks.filter(group, name), ""),
        List.of(
            Checks.changed(
                Checks.filter(group, name), asRead, "metric filter `" + name + "` is another")));
  }

  private static PlannedCall withoutTopic(String region, Topic topic) {
    String arn = topic.topicArn();
    return call(
        "DeleteTopic",
        region,
        OwnNames.TOPIC,
        Map.of("topicArn", arn),
        Checks.absent(Checks.topicPolicy(arn), ""),
        List.of(
            Checks.topicIsOurs(arn),
            Checks.changed(
                Checks.read(
                    "sns", "ListSubscriptionsByTopic", Map.of("TopicArn", arn), "Subscriptions"),
                topic.subscriptions().isEmpty()
                    ? Checks.NOTHING
                    : topic.subscriptions().stream()
                        .map(one -> Map.of("Protocol", one.protocol(), "Endpoint", one.endpoint()))
                        .toList(),
                "who is subscribed to topic `" + arn + "` is another")));
  }

  private static PlannedCall call(
      String operation,
      String region,
      String undone,
      Map<String, ?> values,
      Expectation gone,
      List<Expectation> only) {
    return CallTemplates.call(operation, region, "made by remediation", values, List.of(gone), only)
        .repairing(List.of(undone));
  }

  private static void evidence(Trail trail, List<String> byHand) {
    if (trail.name().equals(OwnNames.TRAIL)) {
      byHand.add(
          "trail `%s` holds evidence: delete it yourself if it is not needed"
              .formatted(OwnNames.TRAIL));
    }
    if (trail.logGroup().flatMap(LogGroup::nameIn).filter(OwnNames.LOG_GROUP::equals).isPresent()) {
      byHand.add(
          "trail `%s` delivers to log group `%s`: take the group from the trail, then delete the group and the role it delivered with yourself"
              .formatted(trail.name(), OwnNames.LOG_GROUP));
    }
  }
}

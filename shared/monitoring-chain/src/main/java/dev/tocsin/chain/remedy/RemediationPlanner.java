package dev.tocsin.chain.remedy;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which calls add what is missing. The rules are those of the SSM documents: the trail's
 * own log group, names that begin with {@code tocsin-}, nothing of somebody else's replaced. One
 * plan repairs one layer: after a trail was repaired, evaluate and plan again.
 */
public final class RemediationPlanner {

  private static final Set<Link> OF_THE_TRAIL = EnumSet.of(Link.TRAIL, Link.LOG_GROUP);

  /**
   * The plan for the controls that are not compliant; without calls iff nothing can be done by API.
   */
  public RemediationPlan plan(
      Snapshot snapshot, Collection<Remediable> controls, Notification notification) {
    PlanBuilder plan = new PlanBuilder();
    List<Remediable> broken =
        controls.stream()
            .filter(one -> one.verdict().complianceType() == ComplianceType.NON_COMPLIANT)
            .toList();
    if (broken.isEmpty()) {
      return plan.build();
    }
    TrailRepair trails = new TrailRepair(snapshot);
    Optional<Trail> trail = trails.chosen();
    if (trail.isEmpty()) {
      plan.byHand(trails.whyNone());
      return plan.build();
    }
    if (broken.stream().anyMatch(one -> has(OF_THE_TRAIL, one))) {
      trails.repair(trail.get(), plan);
    }
    String region = trail.get().homeRegion();
    TopicRepair topics = new TopicRepair(snapshot, region, notification);
    AlarmRepair alarms = new AlarmRepair(snapshot, region, topics);
    for (Remediable one : broken) {
      if (one.eventPattern().isPresent()) {
        topics
            .topicFor(Caller.rule(Ours.PREFIX + one.control()), plan)
            .ifPresent(topic -> eventRule(one, region, topic, plan));
      } else if (alarms.isEnough(one)) {
        alarms.repair(one, plan);
      } else if (!has(OF_THE_TRAIL, one)) {
        String group = TrailRepair.logGroupName(trail.get()).orElse(TrailRepair.NEW_LOG_GROUP);
        topics
            .topicFor(Caller.alarm(Ours.PREFIX + one.control()), plan)
            .ifPresent(topic -> alarms.create(one, group, topic, plan));
      }
    }
    return plan.build();
  }

  private static void eventRule(Remediable one, String region, String topicArn, PlanBuilder plan) {
    Map<String, Object> values =
        Map.of(
            "control", one.control(),
            "title", one.title(),
            "eventPattern", one.eventPattern().orElseThrow(),
            "topicArn", topicArn);
    plan.add(
        CallTemplates.call(
            "PutRule", region, "no rule sees the events of `" + one.control() + "`", values));
    plan.add(CallTemplates.call("PutTargets", region, "the rule tells the topic", values));
  }

  private static boolean has(Set<Link> links, Remediable one) {
    return one.verdict().findings().stream().map(Finding::link).anyMatch(links::contains);
  }
}

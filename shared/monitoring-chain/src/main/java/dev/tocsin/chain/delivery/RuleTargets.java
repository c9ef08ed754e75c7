package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.EventRule.Target;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule reaches someone iff one of its targets does, by itself or in a role, whatever it makes of
 * the event.
 */
public final class RuleTargets {

  private static final String LIST = "events:ListTargetsByRule";

  private RuleTargets() {}

  /**
   * Where the rule's targets lead.
   *
   * @param region the rule's Region
   */
  public static Reach judge(
      EventRule rule, String region, Snapshot snapshot, JudgeOptions options) {
    if (rule.denied().contains(LIST)) {
      return broken(
          rule.name(),
          Fault.cannotShow(
              "it has a target: `" + LIST + "` is refused", "allow the evaluation `" + LIST + "`"));
    }
    List<Finding> findings = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (Target target : rule.targets()) {
      Reach reach = judge(target, rule, region, snapshot, options);
      if (reach.reaches()) {
        return reach;
      }
      findings.addAll(reach.findings());
      evidence.addAll(reach.evidence());
    }
    return findings.isEmpty()
        ? broken(rule.name(), withoutTarget(rule, region, snapshot))
        : Reach.broken(findings, evidence);
  }

  /** An alarm on the rule's own metrics may tell somebody where the rule itself tells nobody. */
  private static Fault withoutTarget(EventRule rule, String region, Snapshot snapshot) {
    String add = "add an SNS topic with a confirmed subscription as target";
    return snapshot.in(region).stream()
        .flatMap(monitoring -> monitoring.metricAlarms().stream())
        .filter(alarm -> "AWS/Events".equals(alarm.namespace()))
        .filter(
            alarm ->
                alarm.dimensions().stream()
                    .anyMatch(
                        one -> one.name().equals("RuleName") && one.value().equals(rule.name())))
        .findFirst()
        .map(
            alarm ->
                Fault.cannotShow(
                    "alarm `%s`, which reads its metric `%s`, tells of each event: it has no target, and what EventBridge counts for a rule is not judged"
                        .formatted(alarm.alarmName(), alarm.metricName()),
                    add))
        .orElseGet(() -> Fault.of("has no target", add));
  }

  private static Reach judge(
      Target target, EventRule rule, String region, Snapshot snapshot, JudgeOptions options) {
    if (Arn.parse(target.arn()).filter(arn -> arn.service().equals("sns")).isEmpty()) {
      return OtherAction.judge(target.arn(), "rule `" + rule.name() + "`", region, options);
    }
    Optional<Fault> input = TargetInput.fault(target);
    if (input.isPresent()) {
      return broken(rule.name(), input.orElseThrow());
    }
    Publisher publisher =
        Publisher.rule(
            rule.name(), region, EventMessage.of(rule, target, region, snapshot.account()));
    if (target.roleArn() != null) {
      return new ExecutionRole(rule, target, snapshot).judge(publisher);
    }
    Optional<Arn> foreign =
        Arn.parse(target.arn()).filter(topic -> !topic.account().equals(snapshot.account()));
    return foreign.isPresent()
        ? broken(rule.name(), withoutRole(target, foreign.orElseThrow().account()))
        : TopicJudge.judge(target.arn(), publisher, snapshot, snapshot.account());
  }

  /** EventBridge user guide, "Sending events to an AWS service in another account". */
  private static Fault withoutRole(Target target, String owner) {
    return Fault.cannotShow(
        "target `%s` may publish to `%s`: the topic belongs to account %s, for which AWS asks for an execution role, and the target has none"
            .formatted(target.id(), target.arn(), owner),
        "give the target a role that may call `sns:Publish` on the topic, and let the topic's policy allow the role; or name a topic of this account");
  }

  private static Reach broken(String rule, Fault fault) {
    return Reach.broken(List.of(fault.on(Link.EVENT_RULE, rule)));
  }
}

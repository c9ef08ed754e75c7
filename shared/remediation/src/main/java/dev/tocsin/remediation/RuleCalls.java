package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.OwnNames;
import dev.tocsin.chain.remedy.PlannedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An EventBridge rule of a control's own on the default bus, with the topic as its target. */
final class RuleCalls {

  private final TopicCalls topics;

  RuleCalls(TopicCalls topics) {
    this.topics = topics;
  }

  /**
   * With rule and target; what is there already is not made again.
   *
   * @throws ByHand if nobody is named to tell
   */
  Draft added(Draft draft, String region, String control, String title, String eventPattern)
      throws ByHand {
    String name = OwnNames.PREFIX + control;
    Optional<EventRule> existing =
        draft.account().in(region).stream()
            .flatMap(read -> read.rules().stream())
            .filter(rule -> rule.name().equals(name))
            .findFirst();
    TopicCalls.Told told = topics.toNotify(draft, region, Caller.rule(name));
    Draft with = told.draft();
    String arn = Ours.arn("events", region, draft.account(), "rule/" + name);
    List<Expectation> ours = existing.isEmpty() ? List.of() : List.of(Checks.ruleIsOurs(arn, name));
    PlannedCall rule = rule(region, control, title, eventPattern, existing).onlyIf(ours);
    if (existing.filter(one -> isAs(rule, one)).isEmpty()) {
      with = with.with(rule);
    }
    boolean tells =
        existing.stream()
            .flatMap(one -> one.targets().stream())
            .anyMatch(target -> target.arn().equals(told.arn()));
    return tells
        ? with
        : with.with(target(region, control, told.arn()).onlyIf(ours).onlyIf(told.conditions()));
  }

  private static PlannedCall rule(
      String region,
      String control,
      String title,
      String eventPattern,
      Optional<EventRule> existing) {
    String name = OwnNames.PREFIX + control;
    Map<String, String> values =
        Map.of("control", control, "title", title, "eventPattern", eventPattern);
    ObjectNode made =
        CallTemplates.call("PutRule", region, "", values, List.of(), List.of()).parameters();
    return CallTemplates.call(
        "PutRule",
        region,
        "no rule sees the events of `" + control + "`",
        values,
        List.of(
            Checks.done(
                Checks.rule(name), made.deepCopy().without(List.of("Tags", "Description")))),
        existing.isPresent()
            ? List.of()
            : List.of(
                Checks.absent(
                    Checks.rule(name),
                    "rule `" + name + "` exists, and is not as remediation makes it: rename it")));
  }

  private static PlannedCall target(String region, String control, String topicArn) {
    return CallTemplates.call(
        "PutTargets",
        region,
        "the rule tells the topic",
        Map.of("control", control, "topicArn", topicArn),
        List.of(
            Checks.done(
                Checks.read(
                    "events",
                    "ListTargetsByRule",
                    Map.of("Rule", OwnNames.PREFIX + control),
                    "Targets",
                    Map.of("Arn", topicArn)),
                Map.of())),
        List.of());
  }

  private static boolean isAs(PlannedCall rule, EventRule existing) {
    return rule.parameters().path("EventPattern").asText().equals(existing.eventPattern())
        && rule.parameters().path("State").asText().equals(existing.state());
  }
}

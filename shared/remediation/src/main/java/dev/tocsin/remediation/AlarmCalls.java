package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.OwnNames;
import dev.tocsin.chain.remedy.PlannedCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that change alarms or make them; an alarm that exists keeps all that it has. */
final class AlarmCalls {

  /** PutMetricAlarm, AlarmActions: "up to five". */
  private static final int MOST_ACTIONS = 5;

  private final TopicCalls topics;

  AlarmCalls(TopicCalls topics) {
    this.topics = topics;
  }

  PlannedCall enabled(String region, Alarm alarm) {
    String name = alarm.alarmName();
    String list =
        switch (alarm.kind()) {
          case "alarm" -> "MetricAlarms";
          case "composite alarm" -> "CompositeAlarms";
          default -> "LogAlarms";
        };
    return CallTemplates.call(
        "EnableAlarmActions",
        region,
        "the actions of alarm `" + name + "` are off",
        Map.of("alarmName", name),
        List.of(Checks.done(Checks.alarm(list, name, "ActionsEnabled"), true)),
        List.of());
  }

  /**
   * With the topic among the actions of an alarm none of whose actions reaches anybody.
   *
   * @throws ByHand if there is no room for it, or it is there already
   */
  Draft notifying(Draft draft, String region, MetricAlarm alarm) throws ByHand {
    String name = alarm.alarmName();
    TopicCalls.Told told = topics.toNotify(draft, region, Caller.alarm(name));
    if (alarm.alarmActions().contains(told.arn())) {
      return told.draft();
    }
    if (alarm.alarmActions().size() == MOST_ACTIONS) {
      throw new ByHand(
          "alarm `%s` has five actions, and none reaches anybody: replace one with a topic"
              .formatted(name));
    }
    List<String> actions = new ArrayList<>(alarm.alarmActions());
    actions.add(told.arn());
    ObjectNode parameters =
        JsonNodeFactory.instance
            .objectNode()
            .put("AlarmName", name)
            .put("ActionsEnabled", alarm.actionsEnabled()); // a call before may have switched it
    ArrayNode all = parameters.putArray("AlarmActions");
    actions.forEach(all::add);
    PlannedCall put =
        CallTemplates.call(
            "PutMetricAlarm",
            region,
            "no action of alarm `" + name + "` reaches anybody",
            Map.of("control", "", "title", "", "topicArn", told.arn()),
            List.of(Checks.done(Checks.alarm(name), Map.of("AlarmActions", actions))),
            List.of(Checks.alarmIs(name, actionsOf(alarm))));
    return told.draft().with(put.over(parameters, Checks.alarm(name)).onlyIf(told.conditions()));
  }

  /**
   * With the alarm of a control that one event of its metric raises. One of that name that exists
   * keeps its actions.
   */
  Draft own(Draft draft, String region, String control, String title) throws ByHand {
    String name = OwnNames.PREFIX + control;
    Optional<MetricAlarm> existing =
        draft.account().in(region).stream()
            .flatMap(read -> read.metricAlarms().stream())
            .filter(alarm -> alarm.alarmName().equals(name))
            .findFirst();
    return existing.isPresent()
        ? restored(draft, region, existing.get(), control, title)
        : made(draft, region, control, title);
  }

  private Draft made(Draft draft, String region, String control, String title) throws ByHand {
    String name = OwnNames.PREFIX + control;
    TopicCalls.Told told = topics.toNotify(draft, region, Caller.alarm(name));
    PlannedCall put =
        put(
            region,
            control,
            title,
            told.arn(),
            definition(region, control).set("AlarmActions", Checks.json(List.of(told.arn()))),
            List.of(
                Checks.absent(
                    Checks.alarm(name),
                    "alarm `" + name + "` exists, and is not as remediation makes it: rename it"),
                Checks.absent(
                    Checks.composite(name),
                    "alarm `" + name + "` is a composite alarm of somebody else's: rename it")));
    return told.draft().with(put.onlyIf(told.conditions()));
  }

  private static Draft restored(
      Draft draft, String region, MetricAlarm alarm, String control, String title) {
    String name = alarm.alarmName();
    String arn =
        alarm.alarmArn() == null
            ? Ours.arn("cloudwatch", region, draft.account(), "alarm:" + name)
            : alarm.alarmArn();
    ObjectNode changes = definition(region, control);
    PlannedCall put =
        put(
            region,
            control,
            title,
            "",
            changes,
            List.of(Checks.alarmIs(name, asRead(alarm)), Checks.alarmIsOurs(arn, name)));
    return Effects.show(put, draft.account())
        ? draft
        : draft.with(put.over(changes, Checks.alarm(name)));
  }

  /** What makes the alarm fire, without whom it tells. */
  private static ObjectNode definition(String region, String control) {
    ObjectNode parameters = put(region, control, "", "", Checks.NOTHING, List.of()).parameters();
    return parameters
        .deepCopy()
        .without(List.of("AlarmActions", "AlarmDescription", "Tags", "ActionsEnabled"));
  }

  private static PlannedCall put(
      String region,
      String control,
      String title,
      String topicArn,
      JsonNode once,
      List<Expectation> only) {
    return CallTemplates.call(
        "PutMetricAlarm",
        region,
        "one such event raises the alarm",
        Map.of("control", control, "title", title, "topicArn", topicArn),
        List.of(Checks.done(Checks.alarm(OwnNames.PREFIX + control), once)),
        only);
  }

  private static Map<String, Object> asRead(MetricAlarm alarm) {
    Map<String, Object> read = actionsOf(alarm);
    read.put("MetricName", alarm.metricName());
    read.put("Threshold", alarm.threshold());
    read.put("Period", alarm.period());
    return read;
  }

  private static Map<String, Object> actionsOf(MetricAlarm alarm) {
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("AlarmActions", alarm.alarmActions().isEmpty() ? null : alarm.alarmActions());
    return read;
  }
}

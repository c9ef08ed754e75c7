package dev.tocsin.drill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.drill.DrillPlan.Way;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.List;
import java.util.Map;

/**
 * What a drill would put on a bus. AWS takes no event from a customer whose source begins with
 * {@code aws.}: it answers that the source is not authorised. Most rules ask for one, so that they
 * cannot be drilled, which is said.
 */
final class BusPlanner {
  private static final String SOURCE = "source";

  private final Snapshot snapshot;
  private final Verdict verdict;

  BusPlanner(Snapshot snapshot, Verdict verdict) {
    this.snapshot = snapshot;
    this.verdict = verdict;
  }

  DrillPlan plan(Control control, ObjectNode record) {
    ObjectNode event = event(record);
    for (Map.Entry<String, RegionMonitoring> region : snapshot.regions().entrySet()) {
      for (EventRule rule : region.getValue().rules()) {
        if (isDrillable(rule, event)) {
          return plan(
              control,
              Way.BUS,
              region.getKey(),
              event,
              List.of(
                  Step.read(
                      Link.EVENT_RULE, rule.name(), "matches the event, whatever its source")),
              rule);
        }
      }
    }
    return plan(control, Way.NONE, snapshot.region(), event, List.of(why(control)), null);
  }

  private DrillPlan plan(
      Control control, Way way, String region, ObjectNode event, List<Step> read, EventRule rule) {
    return new DrillPlan(
        snapshot.account(),
        region,
        control.id(),
        way,
        "default",
        event,
        read,
        rule == null
            ? List.of()
            : List.of(new MetricId("AWS/Events", "Invocations", Map.of("RuleName", rule.name()))),
        List.of(),
        rule == null ? List.of() : rule.targets().stream().map(EventRule.Target::arn).toList(),
        snapshot.in(region).map(RegionMonitoring::topics).orElse(List.of()),
        verdict.findings(),
        List.of());
  }

  /** The event as EventBridge would deliver it; its id is that of the record in it. */
  private ObjectNode event(ObjectNode sample) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    boolean whole = sample.has("detail-type");
    ObjectNode detail = whole ? sample.withObject("/detail") : sample;
    event.put(SOURCE, DrillPlan.MARK);
    event.put("detail-type", whole ? sample.path("detail-type").asText() : calledVia(sample));
    event.put("account", snapshot.account());
    event.put("eventID", sample.path("eventID").asText());
    event.set("detail", detail);
    return event;
  }

  /** Sign-in events have a type of their own. */
  private static String calledVia(ObjectNode record) {
    return record.path("eventType").asText().equals("AwsConsoleSignIn")
        ? "AWS Console Sign In via CloudTrail"
        : "AWS API Call via CloudTrail";
  }

  private static boolean isDrillable(EventRule rule, ObjectNode event) {
    return rule.eventBusName().equals("default")
        && !"DISABLED".equals(rule.state())
        && rule.eventPattern() != null
        && EventPattern.parse(rule.eventPattern()) instanceof EventPattern pattern
        && pattern.onWholeEvents().matches(event);
  }

  private Step why(Control control) {
    return verdict.findings().stream()
        .findFirst()
        .map(Step::of)
        .orElseGet(
            () ->
                Step.notShown(
                    Link.EVENT_RULE,
                    verdict.chain().stream()
                        .filter(one -> one.link() == Link.EVENT_RULE)
                        .map(one -> one.subject())
                        .findFirst()
                        .orElse(control.id()),
                    "holds as read, and cannot be drilled: it asks for a source that begins with"
                        + " `aws.`, and AWS takes such events from its own services only"));
  }
}

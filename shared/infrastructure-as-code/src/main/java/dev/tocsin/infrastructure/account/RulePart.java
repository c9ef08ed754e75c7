package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.Set;

/** EventBridge rules and their targets. A target that is not known is one that does not count. */
final class RulePart {
  private static final String RULES = "Rules";
  private static final String TARGETS = "Targets";

  private final Draft draft;

  private RulePart(Draft draft) {
    this.draft = draft;
  }

  static void draw(Draft draft) {
    RulePart part = new RulePart(draft);
    draft.of(Types.RULE).forEach(part::rule);
    draft.of(Types.TARGET).forEach(part::target);
  }

  private void rule(Resource rule) {
    draft.placed(rule.name(), rule);
    try {
      ObjectNode withoutTargets = rule.properties().deepCopy();
      withoutTargets.remove(TARGETS);
      ObjectNode json =
          Draft.shaped(
              EventRule.class,
              new Resource(rule.type(), rule.place(), rule.region(), withoutTargets, rule.doubt()));
      json.put("Name", rule.name()).put("Arn", draft.arn(rule));
      json.put("EventBusName", bus(rule));
      if (!json.has("State")) {
        json.put("State", "ENABLED");
      }
      json.putArray(TARGETS);
      draft.list(rule.region(), RULES).add(json);
      JsonNode targets = rule.get(TARGETS);
      if (Unknown.is(targets)) {
        draft.leaveOut("event rule", rule, TARGETS, "is not known", Set.of(rule.name()));
      }
      for (JsonNode target : targets) {
        add(rule, json, target);
      }
    } catch (NotKnown notKnown) {
      draft.leaveOut("event rule", rule, notKnown, Set.of(rule.name()));
    }
  }

  private void target(Resource target) {
    try {
      Draft.requireMade(target);
      if (target.get("EventBusName").isPojo()) {
        throw new NotKnown("EventBusName", "is not known");
      }
    } catch (NotKnown notKnown) {
      draft.leaveOut("event target", target, notKnown, Set.of(target.text("Rule")));
      return;
    }
    for (JsonNode rule : draft.list(target.region(), RULES)) {
      if (rule.path("Name").asText().equals(target.text("Rule"))
          && rule.path("EventBusName").asText().equals(bus(target))) {
        add(target, (ObjectNode) rule, target.properties());
      }
    }
  }

  private void add(Resource resource, ObjectNode rule, JsonNode target) {
    try {
      ObjectNode json = ApiShape.of(EventRule.Target.class, target);
      if (!json.has("Id")) {
        json.put("Id", "target-" + rule.path(TARGETS).size());
      }
      rule.withArray(TARGETS).add(json);
    } catch (NotKnown notKnown) {
      draft.leaveOut("event target", resource, notKnown, Set.of(rule.path("Name").asText()));
    }
  }

  /** A bus is named by its name or its ARN; one of another account or Region keeps its ARN. */
  private String bus(Resource resource) {
    String named = resource.text("EventBusName");
    String own =
        "arn:%s:events:%s:%s:event-bus/"
            .formatted(
                Partition.of(resource.region()).id(),
                resource.region(),
                draft.circumstances().account());
    return named.isEmpty()
        ? "default"
        : named.startsWith(own) ? named.substring(own.length()) : named;
  }
}

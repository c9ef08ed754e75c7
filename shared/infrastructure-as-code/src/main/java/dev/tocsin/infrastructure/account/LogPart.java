package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.AccountPolicy;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.LogGroup;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import java.util.Optional;
import java.util.Set;

/** Log groups, and what changes the events in them before filters see them. */
final class LogPart {
  private static final String GROUPS = "logGroups";
  private static final String NAME = "logGroupName";
  private static final String NOT_KNOWN = "not known yet";

  private final Draft draft;

  private LogPart(Draft draft) {
    this.draft = draft;
  }

  /** Filters must have been drawn: they name groups too. */
  static void draw(Draft draft) {
    LogPart part = new LogPart(draft);
    draft.of(Types.LOG_GROUP).forEach(part::group);
    part.groupsOfFilters();
    draft.of(Types.DATA_PROTECTION_POLICY).forEach(part::dataProtection);
    draft.of(Types.TRANSFORMER).forEach(part::transformer);
    draft.of(Types.ACCOUNT_POLICY).forEach(part::accountPolicy);
  }

  private void group(Resource group) {
    draft.placed(group.name(), group);
    if (group.doubt().isPresent()) {
      draft.leaveOut("log group", group, group.doubt().get(), Set.of(group.name()));
      // A filter that names the group makes none.
      entry(group.region(), group.name()).put("logGroupClass", NOT_KNOWN);
      return;
    }
    ObjectNode json = entry(group.region(), group.name());
    json.put("arn", draft.arn(group) + ":*");
    JsonNode logGroupClass = group.get("LogGroupClass");
    if (logGroupClass.isPojo()) {
      json.put("logGroupClass", NOT_KNOWN);
      draft.leaveOut("log group", group, "LogGroupClass", "is not known", Set.of(group.name()));
    } else if (!logGroupClass.isMissingNode()) {
      json.put("logGroupClass", logGroupClass.asText());
    }
    protect(group, json, group.get("DataProtectionPolicy"));
  }

  /** A group that only a filter names is looked at as well: the account's policies are for it. */
  private void groupsOfFilters() {
    draft
        .regionNames()
        .toList()
        .forEach(
            region ->
                draft
                    .list(region, "metricFilters")
                    .forEach(filter -> entry(region, filter.path(NAME).asText())));
  }

  private ObjectNode entry(String region, String name) {
    return draft
        .find(region, GROUPS, NAME, name)
        .orElseGet(() -> draft.list(region, GROUPS).addObject().put(NAME, name));
  }

  private void dataProtection(Resource policy) {
    String name = policy.text("LogGroupName");
    if (name.isEmpty()) {
      draft
          .list(policy.region(), GROUPS)
          .forEach(group -> ((ObjectNode) group).put("dataProtectionStatus", NOT_KNOWN));
      draft.leaveOut("data protection policy", policy, "LogGroupName", "is not known", Set.of());
    } else {
      protect(policy, entry(policy.region(), name), policy.get("PolicyDocument"));
    }
  }

  private void protect(Resource resource, ObjectNode group, JsonNode policy) {
    String name = group.path(NAME).asText();
    try {
      Draft.document(policy)
          .ifPresent(
              text -> {
                group.put("dataProtectionStatus", "ACTIVATED");
                group.putObject("dataProtectionPolicy").put("policyDocument", text);
              });
    } catch (NotKnown notKnown) {
      group.put("dataProtectionStatus", NOT_KNOWN);
      draft.leaveOut("data protection policy", resource, notKnown, Set.of(name));
    }
  }

  private void transformer(Resource transformer) {
    String identifier = transformer.text("LogGroupIdentifier");
    String name = Arn.parse(identifier).flatMap(LogGroup::nameIn).orElse(identifier);
    for (JsonNode group : draft.list(transformer.region(), GROUPS)) {
      if (name.isEmpty() || group.path(NAME).asText().equals(name)) {
        ((ObjectNode) group)
            .putObject("transformer")
            .putArray("transformerConfig")
            .addObject()
            .putObject("planned");
      }
    }
  }

  private void accountPolicy(Resource policy) {
    Optional<String> unknown = Optional.empty();
    try {
      draft.list(policy.region(), "accountPolicies").add(Draft.shaped(AccountPolicy.class, policy));
    } catch (NotKnown notKnown) {
      draft.leaveOut("account policy", policy, notKnown, Set.of());
      unknown = Optional.of(notKnown.property());
    }
    if (unknown.isPresent()) {
      for (JsonNode group : draft.list(policy.region(), GROUPS)) {
        ((ObjectNode) group).withArray("inheritedProperties").add(policy.name());
      }
    }
  }
}

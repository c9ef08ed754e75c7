package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Roles, in which targets of event rules act, with their policies. A role of which something is not
 * known, or that something not known may be attached to, is one that was not read.
 */
final class RolePart {
  private static final String ROLES = "Roles";
  private static final String POLICY = "PolicyDocument";

  private final Draft draft;
  private final Map<String, ObjectNode> roles = new LinkedHashMap<>();
  private final ArrayNode policies = JsonNodeFactory.instance.arrayNode();
  private final Set<String> unread = new TreeSet<>();

  private RolePart(Draft draft) {
    this.draft = draft;
  }

  /** Puts roles and policies into the account; rules must have been drawn. */
  static void draw(Draft draft, ObjectNode account) {
    RolePart part = new RolePart(draft);
    draft.of(Types.ROLE).forEach(part::role);
    draft.of(Types.MANAGED_POLICY).forEach(part::managed);
    draft.of(Types.POLICY_OF_ROLES).forEach(part::inline);
    draft.of(Types.ROLE_POLICY).forEach(part::inline);
    draft.of(Types.ROLE_ATTACHMENT).forEach(part::attached);
    part.unread.forEach(part.roles::remove);
    account.set("RoleDetailList", JsonNodeFactory.instance.arrayNode().addAll(part.roles.values()));
    account.set("Policies", part.policies);
  }

  private void role(Resource role) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode inline = json.putArray("RolePolicyList");
    json.putArray("AttachedManagedPolicies");
    roles.put(role.name(), json);
    try {
      known("Path", role.get("Path"));
      json.put("RoleName", role.name()).put("Arn", draft.arn(role));
      Draft.requireMade(role);
      Draft.document(role.get("AssumeRolePolicyDocument"))
          .ifPresent(trust -> json.put("AssumeRolePolicyDocument", trust));
      for (JsonNode policy : known("Policies", role.get("Policies"))) {
        add(inline, policy);
      }
      for (JsonNode arn : known("ManagedPolicyArns", role.get("ManagedPolicyArns"))) {
        attach(json, arn.asText());
      }
      JsonNode boundary = known("PermissionsBoundary", role.get("PermissionsBoundary"));
      if (!boundary.asText("").isEmpty()) {
        json.putObject("PermissionsBoundary").set("PermissionsBoundaryArn", boundary);
      }
    } catch (NotKnown notKnown) {
      leaveOut("role", role, notKnown, Set.of(role.name()));
    }
  }

  /** A managed policy may name the roles that it is attached to. */
  private void managed(Resource policy) {
    try {
      Draft.requireMade(policy);
      known("Path", policy.get("Path"));
      String document = Draft.document(policy.get(POLICY)).orElse("");
      policies
          .addObject()
          .put("Arn", draft.arn(policy))
          .putArray("PolicyVersionList")
          .addObject()
          .put("IsDefaultVersion", true)
          .put("Document", document);
      for (ObjectNode role : roles(policy)) {
        attach(role, draft.arn(policy));
      }
    } catch (NotKnown notKnown) {
      leaveOut("policy", policy, notKnown, named(policy));
    }
  }

  private void inline(Resource policy) {
    try {
      Draft.requireMade(policy);
      for (ObjectNode role : roles(policy)) {
        add(role.withArray("RolePolicyList"), policy.properties());
      }
    } catch (NotKnown notKnown) {
      leaveOut("policy of a role", policy, notKnown, named(policy));
    }
  }

  private void attached(Resource attachment) {
    try {
      Draft.requireMade(attachment);
      JsonNode arn = known("PolicyArn", attachment.get("PolicyArn"));
      for (ObjectNode role : roles(attachment)) {
        attach(role, arn.asText());
      }
    } catch (NotKnown notKnown) {
      leaveOut("policy attachment", attachment, notKnown, named(attachment));
    }
  }

  private static void add(ArrayNode inline, JsonNode policy) throws NotKnown {
    inline
        .addObject()
        .put("PolicyName", "policy-" + inline.size())
        .put(POLICY, Draft.document(policy.path(POLICY)).orElse(""));
  }

  private static void attach(ObjectNode role, String policyArn) {
    ArrayNode attached = role.withArray("AttachedManagedPolicies");
    if (!attached.findValuesAsText("PolicyArn").contains(policyArn)) {
      attached.addObject().put("PolicyArn", policyArn);
    }
  }

  private static JsonNode known(String property, JsonNode value) throws NotKnown {
    if (Unknown.is(value)) {
      throw new NotKnown(property, Unknown.in(value).orElseThrow().why());
    }
    for (JsonNode element : value) {
      if (Unknown.is(element)) {
        throw new NotKnown(property, Unknown.in(element).orElseThrow().why());
      }
    }
    return value;
  }

  /** The roles that it is for, of those that the account would have. */
  private List<ObjectNode> roles(Resource policy) throws NotKnown {
    JsonNode names = namesOf(policy);
    known(ROLES, names);
    return roles.entrySet().stream()
        .filter(role -> lists(names, role.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The names of the roles that it may be for: all where they are not known. */
  private Set<String> named(Resource policy) {
    JsonNode names = namesOf(policy);
    return roles.keySet().stream()
        .filter(role -> Unknown.in(names).isPresent() || lists(names, role))
        .collect(Collectors.toSet());
  }

  private static JsonNode namesOf(Resource policy) {
    JsonNode one = policy.get("RoleName");
    return one.isMissingNode() ? policy.get(ROLES) : JsonNodeFactory.instance.arrayNode().add(one);
  }

  private static boolean lists(JsonNode names, String role) {
    return StreamSupport.stream(names.spliterator(), false)
        .anyMatch(name -> name.asText().equals(role));
  }

  private void leaveOut(String kind, Resource resource, NotKnown notKnown, Set<String> of) {
    unread.addAll(of);
    Set<String> arns =
        of.stream().map(name -> roles.get(name).path("Arn").asText()).collect(Collectors.toSet());
    draft.leaveOut(kind, resource, notKnown, rulesIn(arns));
  }

  /** The rules with a target that acts in one of the roles. */
  private Set<String> rulesIn(Set<String> roleArns) {
    Set<String> rules = new TreeSet<>();
    draft
        .regionNames()
        .forEach(
            region ->
                draft
                    .list(region, "Rules")
                    .forEach(
                        rule -> {
                          for (JsonNode target : rule.path("Targets")) {
                            if (roleArns.contains(target.path("RoleArn").asText())) {
                              rules.add(rule.path("Name").asText());
                            }
                          }
                        }));
    return rules;
  }
}

package dev.tocsin.chain.second;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether EventBridge may act in a role of the account and publish as it: all its policies are
 * known, plain, and grant it; one that denies anything is not looked into.
 */
final class RoleCheck {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode account;
  private final String arn;

  RoleCheck(JsonNode account, String arn) {
    this.account = account;
    this.arn = arn;
  }

  boolean mayPublish(String topicArn) {
    String[] parts = arn.split(":", 6);
    JsonNode role = named(account.path("RoleDetailList"));
    if (parts.length < 6
        || !parts[4].equals(account.path("account").asText())
        || !role.path("Denied").isEmpty()
        || !role.path("RolePolicyList").isArray()
        || !role.path("AttachedManagedPolicies").isArray()
        || role.hasNonNull("PermissionsBoundary")
        || !trusts(role.path("AssumeRolePolicyDocument"))) {
      return false;
    }
    List<JsonNode> documents = new ArrayList<>();
    role.path("RolePolicyList").forEach(one -> documents.add(one.path("PolicyDocument")));
    for (JsonNode attached : role.path("AttachedManagedPolicies")) {
      documents.add(attachedText(attached.path("PolicyArn").asText()));
    }
    boolean granted = false;
    for (JsonNode document : documents) {
      JsonNode statements = statements(document);
      if (statements.isMissingNode() || statements.toString().contains("Deny")) {
        return false;
      }
      for (JsonNode statement : each(statements)) {
        granted |=
            isPlain(statement)
                && matches(statement.path("Action"), "sns:publish")
                && matches(statement.path("Resource"), topicArn.toLowerCase(Locale.ROOT));
      }
    }
    return granted;
  }

  private JsonNode named(JsonNode roles) {
    for (JsonNode role : roles) {
      if (role.path("Arn").asText().equals(arn)) {
        return role;
      }
    }
    return MAPPER.missingNode();
  }

  private JsonNode attachedText(String policyArn) {
    JsonNode text = MAPPER.missingNode();
    for (JsonNode policy : account.path("Policies")) {
      if (policy.path("Arn").asText().equals(policyArn) && policy.path("Denied").isEmpty()) {
        for (JsonNode version : policy.path("PolicyVersionList")) {
          text = version.path("IsDefaultVersion").asBoolean() ? version.path("Document") : text;
        }
      }
    }
    return text;
  }

  private static boolean trusts(JsonNode document) {
    JsonNode statements = statements(document);
    boolean trusted = false;
    for (JsonNode statement : each(statements)) {
      trusted |=
          isPlain(statement)
              && matches(statement.path("Action"), "sts:assumerole")
              && matches(statement.path("Principal").path("Service"), "events.amazonaws.com");
    }
    return trusted && !statements.toString().contains("Deny");
  }

  private static boolean isPlain(JsonNode statement) {
    return statement.path("Effect").asText().equals("Allow")
        && statement.path("Condition").isEmpty()
        && !statement.toString().matches(".*\"Not(Action|Resource|Principal)\".*");
  }

  private static JsonNode statements(JsonNode document) {
    try {
      JsonNode policy = document.isTextual() ? MAPPER.readTree(document.asText()) : document;
      return policy.path("Statement");
    } catch (JsonProcessingException unreadable) {
      return MAPPER.missingNode();
    }
  }

  private static Iterable<JsonNode> each(JsonNode oneOrMany) {
    return oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany);
  }

  private static boolean matches(JsonNode oneOrMany, String asked) {
    for (JsonNode text : each(oneOrMany)) {
      String pattern = text.asText().toLowerCase(Locale.ROOT);
      if (asked.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E")) {
        return true;
      }
    }
    return false;
  }
}

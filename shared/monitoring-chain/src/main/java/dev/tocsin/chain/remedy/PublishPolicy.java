package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Our statement in a topic's policy: the service may publish for this account.
 *
 * @param account whose alarms or rules publish
 * @param service {@code cloudwatch.amazonaws.com} or {@code events.amazonaws.com}
 */
record PublishPolicy(String account, String service) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLOUDWATCH = "cloudwatch.amazonaws.com";
  private static final String STATEMENT_ID = "TocsinAlarmsMayPublish";

  /**
   * The policy with our statement added and every other one kept; empty iff it stands there
   * already.
   */
  Optional<String> addedTo(String policy, String topicArn) {
    ObjectNode document = policy == null ? emptyPolicy() : (ObjectNode) parse(policy);
    ObjectNode ours = statement(topicArn);
    ArrayNode statements = JsonNodeFactory.instance.arrayNode();
    for (JsonNode statement : statements(document)) {
      if (statement.equals(ours)) {
        return Optional.empty();
      }
      if (!statement.path("Sid").equals(ours.get("Sid"))) {
        statements.add(statement);
      }
    }
    document.set("Statement", statements.add(ours));
    return Optional.of(document.toString());
  }

  /**
   * True iff the policy has our statement, or the one SNS gives every topic: its owner may publish.
   */
  static boolean allowsOwner(String policy, String account) {
    for (JsonNode statement : statements(policy == null ? emptyPolicy() : parse(policy))) {
      JsonNode owner = statement.at("/Condition/StringEquals/AWS:SourceOwner");
      if (statement.path("Sid").asText().equals(STATEMENT_ID) || owner.asText().equals(account)) {
        return true;
      }
    }
    return false;
  }

  private ObjectNode statement(String topicArn) {
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement.put("Sid", STATEMENT_ID + (service.equals(CLOUDWATCH) ? "" : "FromRules"));
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("Service", service);
    statement.put("Action", "sns:Publish").put("Resource", topicArn);
    if (service.equals(CLOUDWATCH)) { // EventBridge documents its statement without a condition
      statement.putObject("Condition").putObject("StringEquals").put("aws:SourceAccount", account);
    }
    return statement;
  }

  private static ObjectNode emptyPolicy() {
    ObjectNode policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
    policy.putArray("Statement");
    return policy;
  }

  private static ArrayNode statements(JsonNode document) {
    JsonNode statements = document.path("Statement");
    return statements instanceof ArrayNode array
        ? array
        : JsonNodeFactory.instance.arrayNode().add(statements);
  }

  private static JsonNode parse(String policy) {
    try {
      return JSON.readTree(policy);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("topic policy is not JSON: " + e.getOriginalMessage(), e);
    }
  }
}

package dev.tocsin.remediation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.json.JsonProblem;

/**
 * Our statement in a topic's policy: the caller's service may publish for this account. Whether it
 * is needed, and whether it helps, is not decided here.
 *
 * @param account whose alarms or rules publish
 */
record PublishPolicy(String account, Caller caller) {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final String STATEMENT_ID = "TocsinAlarmsMayPublish";

  /** The policy is no JSON object, so nothing can be added to it. */
  static final class NotJson extends Exception {
    private static final long serialVersionUID = 1L;

    NotJson(String message) {
      super(message);
    }
  }

  /** A policy with our statement alone. */
  String alone(String topicArn) {
    ObjectNode document = emptyPolicy();
    document.putArray("Statement").add(statement(topicArn));
    return document.toString();
  }

  /** The policy with our statement added and every other one kept. */
  String addedTo(String policy, String topicArn) throws NotJson {
    ObjectNode document = parse(policy);
    ObjectNode ours = statement(topicArn);
    ArrayNode statements = JsonNodeFactory.instance.arrayNode();
    for (JsonNode statement : statements(document)) {
      if (!statement.path("Sid").equals(ours.get("Sid"))) {
        statements.add(statement);
      }
    }
    document.set("Statement", statements.add(ours));
    return document.toString();
  }

  private ObjectNode statement(String topicArn) {
    ObjectNode statement = JsonNodeFactory.instance.objectNode();
    statement.put("Sid", STATEMENT_ID + (caller.isAlarm() ? "" : "FromRules"));
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("Service", caller.service());
    statement.put("Action", "sns:Publish").put("Resource", topicArn);
    if (caller.isAlarm()) { // EventBridge documents its statement without a condition
      statement.putObject("Condition").putObject("StringEquals").put("aws:SourceAccount", account);
    }
    return statement;
  }

  private static ObjectNode emptyPolicy() {
    return JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
  }

  private static ArrayNode statements(JsonNode document) {
    JsonNode statements = document.path("Statement");
    return statements instanceof ArrayNode array
        ? array
        : JsonNodeFactory.instance.arrayNode().add(statements);
  }

  private static ObjectNode parse(String policy) throws NotJson {
    try {
      if (JSON.readTree(policy) instanceof ObjectNode document) {
        return document;
      }
    } catch (JsonProcessingException e) {
      throw new NotJson(JsonProblem.of(e));
    }
    throw new NotJson("no JSON object");
  }
}

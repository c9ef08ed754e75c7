package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.List;
import java.util.Map;

/**
 * The JSON that {@code data.aws_iam_policy_document} makes, where Terraform has to wait until apply
 * because a statement names the ARN of a thing that is not there yet.
 */
final class PolicyDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, String> LISTS =
      Map.of(
          "actions", "Action",
          "not_actions", "NotAction",
          "resources", "Resource",
          "not_resources", "NotResource");
  private static final List<String> OTHER_DOCUMENTS =
      List.of(
          "source_json", "override_json", "source_policy_documents", "override_policy_documents");

  private PolicyDocument() {}

  /** The document as text; unknown iff something of it is. */
  static JsonNode of(JsonNode data) {
    for (String other : OTHER_DOCUMENTS) {
      if (!data.path(other).isEmpty()
          || data.path(other).isPojo()
          || data.path(other).isTextual()) {
        return Unknown.node("is made of other documents and known only after apply");
      }
    }
    ObjectNode document = JSON.objectNode();
    document.put("Version", data.path("version").asText("2012-10-17"));
    ArrayNode statements = document.putArray("Statement");
    data.path("statement").forEach(statement -> statements.add(statement(statement)));
    return Unknown.in(document).isPresent() || Unknown.in(data.path("statement")).isPresent()
        ? Unknown.node("is known only after apply")
        : JSON.textNode(document.toString());
  }

  private static ObjectNode statement(JsonNode statement) {
    ObjectNode json = JSON.objectNode();
    if (statement.path("sid").isTextual() && !statement.path("sid").asText().isEmpty()) {
      json.set("Sid", statement.get("sid"));
    }
    json.put("Effect", statement.path("effect").asText("Allow"));
    LISTS.forEach(
        (attribute, member) -> {
          if (!statement.path(attribute).isEmpty()) {
            json.set(member, statement.get(attribute));
          }
        });
    principals(json, "Principal", statement.path("principals"));
    principals(json, "NotPrincipal", statement.path("not_principals"));
    for (JsonNode condition : statement.path("condition")) {
      // The provider puts the values of equal tests of one variable into one list.
      ArrayNode values =
          json.withObject("/Condition/" + escaped(condition.path("test").asText()))
              .withArrayProperty(condition.path("variable").asText());
      condition.path("values").forEach(values::add);
    }
    return json;
  }

  private static void principals(ObjectNode json, String member, JsonNode principals) {
    for (JsonNode principal : principals) {
      String type = principal.path("type").asText();
      if (type.equals("*")) {
        json.put(member, "*");
        return;
      }
      ArrayNode identifiers = json.withObject("/" + member).withArrayProperty(type);
      principal.path("identifiers").forEach(identifiers::add);
    }
  }

  private static String escaped(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }
}

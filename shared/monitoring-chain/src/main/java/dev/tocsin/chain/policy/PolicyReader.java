package dev.tocsin.chain.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.json.JsonProblem;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads the JSON of a policy. Whatever is not in the IAM grammar is refused, not skipped. */
final class PolicyReader {

  private static final Set<String> POLICY_ELEMENTS = Set.of("Version", "Id", "Statement");
  private static final Set<String> STATEMENT_ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private PolicyReader() {}

  /** The policy is outside the grammar; the message says where. */
  static final class NotAPolicy extends Exception {
    NotAPolicy(String message) {
      super(message);
    }
  }

  /** The statements of a policy, and whether its version has variables. */
  record Policy(boolean hasVariables, List<Statement> statements) {}

  static Policy read(String text, PolicyKind kind) throws NotAPolicy {
    JsonNode policy;
    try {
      policy = JsonTree.read(text);
    } catch (JsonProcessingException e) {
      throw new NotAPolicy("the policy is not JSON: " + JsonProblem.of(e));
    }
    onlyKnown(policy, POLICY_ELEMENTS, "policy");
    List<Statement> statements = new ArrayList<>();
    for (JsonNode statement : each(policy.path("Statement"))) {
      statements.add(statement(statement, kind, statements.size() + 1));
    }
    return new Policy(policy.path("Version").asText().equals("2012-10-17"), statements);
  }

  private static Statement statement(JsonNode node, PolicyKind kind, int position)
      throws NotAPolicy {
    String name = node.path("Sid").asText("").isEmpty() ? "#" + position : node.get("Sid").asText();
    onlyKnown(node, STATEMENT_ELEMENTS, "statement `" + name + "`");
    String effect = node.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw new NotAPolicy("statement `" + name + "` has effect `" + effect + "`");
    }
    return new Statement(
        name,
        effect.equals("Allow"),
        listed(node, "Principal", kind, name, PolicyReader::principals),
        listed(node, "Action", kind, name, PolicyReader::texts),
        listed(node, "Resource", kind, name, PolicyReader::texts),
        conditions(node.path("Condition"), name));
  }

  private static <T> Statement.Listed<T> listed(
      JsonNode statement,
      String element,
      PolicyKind kind,
      String name,
      Function<JsonNode, List<T>> items)
      throws NotAPolicy {
    if (!kind.has(element)) {
      return everything(statement, element, name);
    }
    boolean plain = statement.has(element);
    if (plain == statement.has("Not" + element)) {
      throw new NotAPolicy(
          "statement `" + name + "` needs either `" + element + "` or `Not" + element + "`");
    }
    return new Statement.Listed<>(
        !plain, items.apply(statement.get(plain ? element : "Not" + element)));
  }

  /** What a statement without the element is about: none is excepted. */
  private static <T> Statement.Listed<T> everything(JsonNode statement, String element, String name)
      throws NotAPolicy {
    if (statement.has(element) || statement.has("Not" + element)) {
      throw new NotAPolicy(
          "element `" + element + "` of statement `" + name + "`, which has no place there");
    }
    return new Statement.Listed<>(true, List.of());
  }

  private static List<Statement.Principal> principals(JsonNode node) {
    if (!node.isObject()) {
      return texts(node).stream().map(id -> new Statement.Principal("AWS", id)).toList();
    }
    List<Statement.Principal> principals = new ArrayList<>();
    for (Map.Entry<String, JsonNode> kind : node.properties()) {
      texts(kind.getValue())
          .forEach(id -> principals.add(new Statement.Principal(kind.getKey(), id)));
    }
    return principals;
  }

  private static List<Clause> conditions(JsonNode node, String name) throws NotAPolicy {
    if (!node.isObject() && !node.isMissingNode()) {
      throw new NotAPolicy("the condition of statement `" + name + "` is no object");
    }
    List<Clause> clauses = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : node.properties()) {
      if (!operator.getValue().isObject()) {
        throw new NotAPolicy(
            "condition operator `" + operator.getKey() + "` has no object of keys");
      }
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        clauses.add(new Clause(operator.getKey(), key.getKey(), texts(key.getValue())));
      }
    }
    return clauses;
  }

  private static void onlyKnown(JsonNode node, Set<String> known, String where) throws NotAPolicy {
    if (!node.isObject()) {
      throw new NotAPolicy("the " + where + " is no object");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        throw new NotAPolicy("element `" + field.getKey() + "` of the " + where);
      }
    }
  }

  /** One value stands for a list of one; numbers and booleans for their text. */
  private static List<String> texts(JsonNode node) {
    return each(node).stream().map(JsonNode::asText).toList();
  }

  private static List<JsonNode> each(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).toList()
        : List.of(node);
  }
}

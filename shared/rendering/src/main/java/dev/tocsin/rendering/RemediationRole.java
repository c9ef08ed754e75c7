package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the SSM documents may do: {@code cloudformation/remediation/role.json}, which a test holds
 * to the calls that are planned.
 */
final class RemediationRole {

  /** A condition that a value of the request is this one. */
  record Equal(String key, String value) {}

  /**
   * A statement of the role.
   *
   * @param why a remark, or nothing
   * @param resource a YAML value
   * @param equals at most one condition
   */
  record Statement(
      String sid, List<String> why, List<String> actions, String resource, List<Equal> equals) {}

  private RemediationRole() {}

  /**
   * The statements in the order of the file.
   *
   * @param root the repository's
   */
  static List<Statement> statements(Path root) {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode statement :
        RoleStatements.list(root.resolve("cloudformation/remediation/role.json"))) {
      List<String> actions = new ArrayList<>();
      statement.path("actions").forEach(action -> actions.add(action.asText()));
      List<Equal> equals = new ArrayList<>();
      statement
          .path("equals")
          .properties()
          .forEach(entry -> equals.add(new Equal(entry.getKey(), entry.getValue().asText())));
      statements.add(
          new Statement(
              statement.path("sid").asText(),
              statement.has("why") ? List.of(statement.path("why").asText()) : List.of(),
              actions,
              RoleStatements.yaml(statement.path("resource").asText()),
              equals));
    }
    return statements;
  }
}

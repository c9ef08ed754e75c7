package dev.tocsin.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the function's role may do: the calls that the account reader and the reporter make, as
 * their module lists them.
 */
final class RoleStatements {

  private static final String ACTIONS = "/dev/tocsin/aws/iam-actions.json";

  /** An action and what it is needed for. */
  record Action(String name, String why) {}

  /** Actions on the same resources; {@code resources} are YAML values. */
  record Statement(List<Action> actions, List<String> resources) {}

  private RoleStatements() {}

  /** One statement for each set of resources, in the order of the list. */
  static List<Statement> all() {
    Map<List<String>, List<Action>> byResources = new LinkedHashMap<>();
    for (JsonNode entry : list()) {
      List<String> resources = new ArrayList<>();
      entry.path("resources").forEach(resource -> resources.add(yaml(resource.asText())));
      byResources
          .computeIfAbsent(resources, any -> new ArrayList<>())
          .add(new Action(entry.path("action").asText(), entry.path("why").asText()));
    }
    return byResources.entrySet().stream()
        .map(entry -> new Statement(entry.getValue(), entry.getKey()))
        .toList();
  }

  /**
   * Those that read an account and nothing else: what another account grants to be read from here.
   */
  static List<Statement> reading() {
    return all().stream()
        .filter(
            statement ->
                statement.actions().stream()
                    .noneMatch(action -> action.name().matches("(sts|config):.*")))
        .toList();
  }

  private static String yaml(String resource) {
    return (resource.contains("${") ? "!Sub " : "") + "'" + resource + "'";
  }

  private static JsonNode list() {
    try (InputStream in = RoleStatements.class.getResourceAsStream(ACTIONS)) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + ACTIONS + "` from the class path", e);
    }
  }
}

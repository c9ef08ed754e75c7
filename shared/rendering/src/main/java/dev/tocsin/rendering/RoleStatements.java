package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the function's role may do: the calls that the account reader and the reporter make, as
 * their module lists them.
 */
final class RoleStatements {

  private static final Path ACTIONS =
      Path.of("shared/aws-account/src/main/resources/dev/tocsin/aws/iam-actions.json");

  /** What an evaluation does in its own account only, whichever account it reads. */
  private static final Pattern AT_HOME = Pattern.compile("(sts|config):.*|logs:TestMetricFilter");

  /** An action and what it is needed for. */
  record Action(String name, String why) {}

  /** Actions on the same resources; {@code resources} are YAML values. */
  record Statement(List<Action> actions, List<String> resources) {}

  private RoleStatements() {}

  /**
   * One statement per set of resources, in the order of the list.
   *
   * @param root the repository's
   */
  static List<Statement> all(Path root) {
    return statements(root, action -> true);
  }

  /**
   * Those that read an account and nothing else: what another account grants to be read from here.
   */
  static List<Statement> reading(Path root) {
    return statements(root, action -> !AT_HOME.matcher(action).matches());
  }

  private static List<Statement> statements(Path root, Predicate<String> wanted) {
    Map<List<String>, List<Action>> byResources = new LinkedHashMap<>();
    for (JsonNode entry : list(root.resolve(ACTIONS))) {
      String action = entry.path("action").asText();
      if (wanted.test(action)) {
        List<String> resources = new ArrayList<>();
        entry.path("resources").forEach(resource -> resources.add(yaml(resource.asText())));
        byResources
            .computeIfAbsent(resources, any -> new ArrayList<>())
            .add(new Action(action, entry.path("why").asText()));
      }
    }
    return byResources.entrySet().stream()
        .map(entry -> new Statement(entry.getValue(), entry.getKey()))
        .toList();
  }

  /** A resource as a YAML value. */
  static String yaml(String resource) {
    return (resource.contains("${") ? "!Sub " : "") + "'" + resource + "'";
  }

  /** A file of the repository that is a JSON list. */
  static JsonNode list(Path file) {
    try {
      return new JsonMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + file + "`", e);
    }
  }
}

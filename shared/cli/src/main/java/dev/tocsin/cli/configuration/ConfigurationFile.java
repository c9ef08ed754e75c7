package dev.tocsin.cli.configuration;

import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Nearest;
import dev.tocsin.evaluation.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The defaults of a file: for options of these names a value, or a list of values.
 *
 * @param settings by the names of options without their dashes
 */
record ConfigurationFile(Path file, Map<String, Setting> settings) {
  /**
   * What stands in the file for an option.
   *
   * @param text as on the command line
   * @param line that of its name, from 1
   */
  record Setting(String text, int line) {}

  /** What says who is asked about and how, beside the parameters of a rule. */
  private static final List<String> OTHERS =
      List.of(
          "accounts",
          "account-id",
          "control",
          "endpoint-url",
          "once-confirmed",
          "profile",
          "region",
          "regions",
          "role-name");

  /** A CloudFormation template can be called {@code tocsin.yaml} too: Tocsin's own stack is. */
  private static final Set<String> TEMPLATE = Set.of("AWSTemplateFormatVersion", "Resources");

  /**
   * Reads a file.
   *
   * @throws InputProblem with the line, if it is no YAML, or a name or value in it is none
   */
  static ConfigurationFile read(Path file) {
    String text = InputFiles.text(file);
    Optional<Node> root;
    try {
      root =
          new Compose(LoadSettings.builder().setLabel(file.toString()).build()).composeString(text);
    } catch (MarkedYamlEngineException e) {
      // What is never closed is found missing at the end, far from where it was opened.
      int line = e.getContextMark().or(e::getProblemMark).map(mark -> mark.getLine() + 1).orElse(1);
      throw problem(file, line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw problem(file, 1, "not YAML: " + e.getMessage());
    } catch (StackOverflowError tooDeep) {
      throw problem(file, 1, "expected values and lists of values, found more lists in each other");
    }
    if (root.isEmpty()) {
      return new ConfigurationFile(file, Map.of());
    }
    if (!(root.get() instanceof MappingNode mapping)) {
      throw problem(
          file, 1, "expected names of options with their values, such as `benchmark: cis-7.0.0`");
    }
    return new ConfigurationFile(file, settings(file, mapping));
  }

  private static Map<String, Setting> settings(Path file, MappingNode mapping) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      int line = line(entry.getKeyNode());
      String name = scalar(file, entry.getKeyNode());
      if (TEMPLATE.contains(name)) {
        return Map.of();
      }
      if (!names().contains(name)) {
        throw problem(file, line, "there is no `" + name + "`. Fix: " + instead(name));
      }
      String text = value(file, entry.getValueNode());
      if (text.isBlank() || text.equals("~")) {
        throw problem(
            file, line, "`" + name + "` has no value. Fix: write one, or leave the line out");
      }
      if (settings.put(name, new Setting(text, line)) != null) {
        throw problem(file, line, "`" + name + "` stands there twice; keep the one that holds");
      }
    }
    return settings;
  }

  private static String instead(String name) {
    List<String> near = Nearest.to(name, names());
    return near.isEmpty()
        ? "write one of " + String.join(", ", names())
        : "did you mean `" + near.get(0) + "`?";
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(OTHERS);
    Stream.of(Parameter.values())
        .filter(parameter -> parameter != Parameter.CONTROL)
        .forEach(parameter -> names.add(parameter.option().substring(2)));
    return names;
  }

  private static String value(Path file, Node node) {
    if (!(node instanceof SequenceNode list)) {
      return scalar(file, node);
    }
    List<String> texts = new ArrayList<>();
    list.getValue().forEach(element -> texts.add(scalar(file, element)));
    return String.join(",", texts);
  }

  private static String scalar(Path file, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(
        file,
        line(node),
        "expected a value or a list of values, found more than that. Fix: put single quotes round a"
            + " text that begins with `{` or `[`");
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static InputProblem problem(Path file, int line, String what) {
    return new InputProblem("`" + file + "` line " + line + ": " + what);
  }
}

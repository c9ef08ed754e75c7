package dev.tocsin.infrastructure.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.BlueprintProblem;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A template's text as a tree in which every short form ({@code !Sub}) is written out ({@code
 * Fn::Sub}). JSON is YAML, so both are read here. Numbers keep the form they were written in.
 */
final class YamlTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** One of millions of digits would take minutes to read, and is a text as well as any. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,100})?");

  /** CloudFormation reads YAML 1.1 (user guide, "CloudFormation template format"). */
  private static final Map<String, Boolean> OLD_BOOLEAN =
      Map.ofEntries(
          Map.entry("yes", true),
          Map.entry("Yes", true),
          Map.entry("YES", true),
          Map.entry("on", true),
          Map.entry("On", true),
          Map.entry("ON", true),
          Map.entry("no", false),
          Map.entry("No", false),
          Map.entry("NO", false),
          Map.entry("off", false),
          Map.entry("Off", false),
          Map.entry("OFF", false));

  /** A template has a megabyte at most; only anchors that repeat each other make more of it. */
  private static final int MOST_NODES = 500_000;

  private static final int DEEPEST = 200;

  private int nodes;
  private int depth;
  private final Map<String, Integer> lines = new HashMap<>();
  private final JsonNode root;

  /**
   * Reads a text.
   *
   * @param file its name, for messages
   */
  YamlTree(String text, String file) throws BlueprintProblem {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setSchema(new CoreSchema()).build();
    try {
      Node node =
          new Compose(settings)
              .composeString(text.replace('\t', ' '))
              .orElseThrow(
                  () -> new BlueprintProblem("`" + file + "`: expected a template, found nothing"));
      root = tree(node, "");
    } catch (MarkedYamlEngineException e) {
      String place = e.getProblemMark().map(YamlTree::place).orElse("");
      throw new BlueprintProblem("`" + file + "`" + place + ": not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new BlueprintProblem("`" + file + "`: not YAML: " + e.getMessage());
    } catch (StackOverflowError tooDeep) {
      throw new BlueprintProblem(
          "`%s`: expected at most %d values within each other, found thousands"
              .formatted(file, DEEPEST));
    }
  }

  JsonNode root() {
    return root;
  }

  /** The line of the key at that path, {@code Resources/Topic}, counted from 1; 0 iff none. */
  int line(String path) {
    return lines.getOrDefault(path, 0);
  }

  private JsonNode tree(Node node, String path) throws BlueprintProblem {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new BlueprintProblem(
          "`%s...`: its anchors make more than %d values of it, or nest them too deep"
              .formatted(path.substring(0, Math.min(40, path.length())), MOST_NODES));
    }
    depth++;
    JsonNode tree = expanded(node, path);
    depth--;
    return tree;
  }

  private JsonNode expanded(Node node, String path) throws BlueprintProblem {
    String tag = node.getTag().getValue();
    if (tag.startsWith("!") && tag.length() > 1) {
      return JSON.objectNode().set(fullName(tag.substring(1)), argument(tag, plain(node, path)));
    }
    return plain(node, path);
  }

  private JsonNode plain(Node node, String path) throws BlueprintProblem {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
          throw new BlueprintProblem(
              "`" + path + "`: expected names as keys, found something else");
        }
        String key = key(name);
        String inner = path.isEmpty() ? key : path + "/" + key;
        if (object.has(key)) {
          throw new BlueprintProblem("`" + inner + "` stands there twice; keep the one that holds");
        }
        tuple.getKeyNode().getStartMark().ifPresent(mark -> lines.put(inner, mark.getLine() + 1));
        object.set(key, tree(tuple.getValueNode(), inner));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      for (Node element : sequence.getValue()) {
        array.add(tree(element, path + "/-"));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  /** A name that is a boolean where it is used is the same boolean where it is declared. */
  private static String key(ScalarNode name) {
    return isOldBoolean(name) ? String.valueOf(OLD_BOOLEAN.get(name.getValue())) : name.getValue();
  }

  private static boolean isOldBoolean(ScalarNode node) {
    return node.getScalarStyle() == ScalarStyle.PLAIN && OLD_BOOLEAN.containsKey(node.getValue());
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (isOldBoolean(node)) {
      return JSON.booleanNode(OLD_BOOLEAN.get(text));
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    return isNumber && NUMBER.matcher(text).matches()
        ? JSON.numberNode(new BigDecimal(text))
        : JSON.textNode(text);
  }

  private static String fullName(String shortForm) {
    return shortForm.equals("Ref") || shortForm.equals("Condition")
        ? shortForm
        : "Fn::" + shortForm;
  }

  /** {@code !GetAtt Topic.TopicArn} is short for a list of two. */
  private static JsonNode argument(String tag, JsonNode argument) {
    if (!tag.equals("!GetAtt") || !argument.isTextual()) {
      return argument;
    }
    return getAtt(argument.textValue());
  }

  /** The two parts of a text that names a resource, a dot, and an attribute. */
  static ArrayNode getAtt(String text) {
    int dot = text.indexOf('.');
    return JSON.arrayNode()
        .add(dot < 0 ? text : text.substring(0, dot))
        .add(dot < 0 ? "" : text.substring(dot + 1));
  }

  private static String place(Mark mark) {
    return Optional.of(mark)
        .map(m -> " line " + (m.getLine() + 1) + " column " + (m.getColumn() + 1))
        .orElseThrow();
  }
}

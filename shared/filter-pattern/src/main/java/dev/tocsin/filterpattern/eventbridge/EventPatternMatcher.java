package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Fields;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Leaf;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Exists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Matches event patterns against one event, by the answers of event-ruler. */
final class EventPatternMatcher {
  private final JsonNode event;

  EventPatternMatcher(JsonNode event) {
    this.event = event;
  }

  boolean matches(Fields pattern) {
    return holds(pattern, event, List.of());
  }

  /** The path of a key that fails, the innermost in objects; empty iff none does by itself. */
  Optional<List<String>> failing(Fields pattern) {
    return failing(pattern, event, List.of());
  }

  private Optional<List<String>> failing(Fields object, JsonNode value, List<String> path) {
    for (Map.Entry<String, PatternNode> field : new TreeMap<>(object.fields()).entrySet()) {
      JsonNode child = value.path(field.getKey());
      List<String> key = append(path, field.getKey());
      if (!holds(field.getValue(), child, key)) {
        return field.getValue() instanceof Fields nested && child.isObject()
            ? failing(nested, child, key).or(() -> Optional.of(key))
            : Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** Whether the value fulfils the node; for an array, whether one element does. */
  private boolean holds(PatternNode node, JsonNode value, List<String> path) {
    if (value.isArray() && !value.isEmpty()) {
      for (JsonNode element : value) {
        if (holds(node, element, path)) {
          return true;
        }
      }
      return false;
    }
    if (node instanceof Leaf leaf) {
      return leaf.tests().stream().anyMatch(test -> holds(test, value, path));
    }
    Fields object = (Fields) node;
    for (Map.Entry<String, PatternNode> field : object.fields().entrySet()) {
      JsonNode child = value.isObject() ? value.path(field.getKey()) : MissingNode.getInstance();
      if (!holds(field.getValue(), child, append(path, field.getKey()))) {
        return false;
      }
    }
    return object.anyOf().isEmpty()
        || object.anyOf().stream().anyMatch(alternative -> holds(alternative, value, path));
  }

  private boolean holds(ValueTest test, JsonNode value, List<String> path) {
    if (test instanceof Exists exists && !exists.expected()) {
      return !hasValue(event, path);
    }
    return value.isValueNode() && !value.isMissingNode() && Scalars.holds(test, value);
  }

  /** Whether a string, number, boolean or null stands at the path, in whatever element. */
  private static boolean hasValue(JsonNode node, List<String> path) {
    if (node.isArray()) {
      for (JsonNode element : node) {
        if (hasValue(element, path)) {
          return true;
        }
      }
      return false;
    }
    if (path.isEmpty()) {
      return node.isValueNode() && !node.isMissingNode();
    }
    return node.isObject() && hasValue(node.path(path.get(0)), path.subList(1, path.size()));
  }

  private static List<String> append(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}

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
import java.util.Set;
import java.util.TreeSet;

/** Matches event patterns against one event, by the answers of event-ruler. */
final class EventPatternMatcher {
  private static final int OTHER_NAME = 10;
  private static final int OTHER_SERVICE = 11;
  private static final List<String> SOURCE = List.of(Envelope.SOURCE);

  private final JsonNode event;

  EventPatternMatcher(JsonNode event) {
    this.event = event;
  }

  boolean matches(Fields pattern) {
    return holds(pattern, event, List.of());
  }

  /**
   * The path in the pattern of a key that fails, the innermost in objects, in the alternative of
   * {@code $or} that is nearest to matching; those of the envelope before those of the record.
   */
  Optional<List<String>> failing(Fields pattern) {
    return failing(pattern, event, List.of(), List.of());
  }

  /**
   * As {@link #failing(Fields)} below an object.
   *
   * @param path to the object in the event
   * @param written to it in the pattern
   */
  private Optional<List<String>> failing(
      Fields object, JsonNode value, List<String> path, List<String> written) {
    for (String name : envelopeFirst(object)) {
      PatternNode node = object.fields().get(name);
      JsonNode child = value.path(name);
      List<String> key = append(path, name);
      if (!holds(node, child, key)) {
        List<String> at = append(written, name);
        return node instanceof Fields nested && (child.isObject() || child.isMissingNode())
            ? failing(nested, child, key, at).or(() -> Optional.of(at))
            : Optional.of(at);
      }
    }
    if (holds(object, value, path)) {
      return Optional.empty();
    }
    int nearest = 0;
    for (int i = 1; i < object.anyOf().size(); i++) {
      if (distance(object.anyOf().get(i), value, path)
          < distance(object.anyOf().get(nearest), value, path)) {
        nearest = i;
      }
    }
    List<String> at = append(written, KeyMismatch.alternative(nearest));
    return failing(object.anyOf().get(nearest), value, path, at);
  }

  private static List<String> envelopeFirst(Fields object) {
    List<String> names = new ArrayList<>(new TreeSet<>(object.fields().keySet()));
    if (names.remove(Envelope.DETAIL)) {
      names.add(Envelope.DETAIL);
    }
    return names;
  }

  /** How many keys of the pattern fail; another event's name counts as ten. */
  int distance(Fields pattern) {
    return distance(pattern, event, List.of());
  }

  /** Whether a key on one of the fields, dotted paths in the record, asks for what is there. */
  boolean holdsAtOneOf(Set<String> fields, Fields pattern) {
    return holdsAtOneOf(fields, pattern, event, List.of());
  }

  private boolean holdsAtOneOf(
      Set<String> fields, PatternNode node, JsonNode value, List<String> path) {
    if (!(node instanceof Fields object)) {
      return path.get(0).equals(Envelope.DETAIL)
          && fields.contains(String.join(".", path.subList(1, path.size())))
          && holds(node, value, path);
    }
    return object.fields().entrySet().stream()
            .anyMatch(
                field ->
                    holdsAtOneOf(
                        fields,
                        field.getValue(),
                        value.path(field.getKey()),
                        append(path, field.getKey())))
        || object.anyOf().stream()
            .anyMatch(alternative -> holdsAtOneOf(fields, alternative, value, path));
  }

  /** How many keys of the pattern fail; another event's name is further away than any of them. */
  private int distance(PatternNode node, JsonNode value, List<String> path) {
    if (holds(node, value, path)) {
      return 0;
    }
    if (!(node instanceof Fields object)) {
      String key = path.get(path.size() - 1);
      return key.equals("eventName") ? OTHER_NAME : path.equals(SOURCE) ? OTHER_SERVICE : 1;
    }
    int fields = 0;
    for (Map.Entry<String, PatternNode> field : object.fields().entrySet()) {
      String name = field.getKey();
      fields += distance(field.getValue(), value.path(name), append(path, name));
    }
    return fields
        + object.anyOf().stream()
            .mapToInt(alternative -> distance(alternative, value, path))
            .min()
            .orElse(0);
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

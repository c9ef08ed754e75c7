package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and changes one key in the text of an event pattern. */
final class EventPatternEdit {
  private static final String OR = "$or";

  private EventPatternEdit() {}

  /** The key at a path that the event does not match. */
  static KeyMismatch at(String text, List<String> path, JsonNode event) {
    JsonNode asked = step(EventPatternParser.json(text), path);
    JsonNode found = event;
    for (String name : new KeyMismatch(path, asked, MissingNode.getInstance()).inEvent()) {
      found = found.path(name);
    }
    return new KeyMismatch(path, asked, found);
  }

  /** The text with these tests at the path; without the key, and what it alone filled, if none. */
  static String of(String text, List<String> path, List<JsonNode> tests) {
    JsonNode root = EventPatternParser.json(text);
    List<String> above = path.subList(0, path.size() - 1);
    ObjectNode object = (ObjectNode) step(root, above);
    String name = path.get(path.size() - 1);
    if (!tests.isEmpty()) {
      ArrayNode array = object.putArray(name);
      tests.forEach(array::add);
      return root.toString();
    }
    object.remove(name);
    while (object.isEmpty() && !above.isEmpty()) {
      name = above.get(above.size() - 1);
      above = above.subList(0, above.size() - 1);
      if (!(step(root, above) instanceof ObjectNode outer) || !outer.has(name)) {
        break;
      }
      outer.remove(name);
      object = outer;
    }
    return root.toString();
  }

  /**
   * The text with these tests at a path in {@code detail}; empty iff something is there already.
   */
  static Optional<String> more(String text, List<String> field, List<JsonNode> tests) {
    JsonNode root = EventPatternParser.json(text);
    List<String> path = new ArrayList<>(field);
    path.add(0, Envelope.DETAIL);
    JsonNode node = root;
    for (String name : path.subList(0, path.size() - 1)) {
      JsonNode next = node.get(name);
      node = next == null && node instanceof ObjectNode object ? object.putObject(name) : next;
    }
    String last = path.get(path.size() - 1);
    if (!(node instanceof ObjectNode object) || object.has(last)) {
      return Optional.empty();
    }
    object.putArray(last).addAll(tests);
    return Optional.of(root.toString());
  }

  private static JsonNode step(JsonNode from, List<String> path) {
    JsonNode node = from;
    for (String step : path) {
      node =
          node.has(step) || !step.startsWith(OR)
              ? node.path(step)
              : node.path(OR).path(Integer.parseInt(step, OR.length() + 1, step.length() - 1, 10));
    }
    return node;
  }
}

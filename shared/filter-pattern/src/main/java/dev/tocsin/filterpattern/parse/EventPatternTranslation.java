package dev.tocsin.filterpattern.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code detail} of a simple EventBridge event pattern asks, as a filter pattern: texts,
 * booleans, {@code prefix}, {@code suffix}, {@code anything-but} of texts and {@code exists}. What
 * stands beside {@code detail} says how an event arrives, not what the record holds.
 */
final class EventPatternTranslation {

  private EventPatternTranslation() {}

  /** Empty iff the pattern asks for something else, or for nothing. */
  static Optional<String> of(JsonNode pattern) {
    List<String> conditions = new ArrayList<>();
    if (!add(pattern.path("detail"), "$", conditions) || conditions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of("{ " + String.join(" && ", conditions) + " }");
  }

  private static boolean add(JsonNode object, String path, List<String> conditions) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String selector = path + "." + field.getKey();
      if (!field.getKey().matches("[A-Za-z0-9_-]+")) {
        return false;
      }
      if (field.getValue().isObject()) {
        if (!add(field.getValue(), selector, conditions)) {
          return false;
        }
        continue;
      }
      List<String> alternatives = new ArrayList<>();
      for (JsonNode test : field.getValue()) {
        Optional<String> condition = condition(selector, test);
        if (condition.isEmpty()) {
          return false;
        }
        alternatives.add(condition.get());
      }
      if (alternatives.isEmpty()) {
        return false;
      }
      String joined = String.join(" || ", alternatives);
      conditions.add(alternatives.size() == 1 ? joined : "(" + joined + ")");
    }
    return object.isObject();
  }

  private static Optional<String> condition(String selector, JsonNode test) {
    if (test.isTextual()) {
      return equal(selector, "", test.textValue(), "");
    }
    if (test.isBoolean()) {
      return Optional.of(selector + (test.booleanValue() ? " IS TRUE" : " IS FALSE"));
    }
    if (test.size() != 1) {
      return Optional.empty();
    }
    if (test.path("prefix").isTextual()) {
      return equal(selector, "", test.path("prefix").textValue(), "*");
    }
    if (test.path("suffix").isTextual()) {
      return equal(selector, "*", test.path("suffix").textValue(), "");
    }
    if (test.has("anything-but")) {
      return other(selector, test.path("anything-but"));
    }
    return test.path("exists").isBoolean() && !test.path("exists").booleanValue()
        ? Optional.of(selector + " NOT EXISTS")
        : Optional.empty();
  }

  /** None of the texts, of a field that is there. */
  private static Optional<String> other(String selector, JsonNode excluded) {
    List<String> conditions = new ArrayList<>();
    for (JsonNode text : excluded.isArray() ? excluded : List.of(excluded)) {
      if (!text.isTextual() || !isPlain(text.textValue())) {
        return Optional.empty();
      }
      conditions.add(selector + " != \"" + text.textValue() + "\"");
    }
    String joined = String.join(" && ", conditions);
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(conditions.size() == 1 ? joined : "(" + joined + ")");
  }

  private static Optional<String> equal(String selector, String before, String text, String after) {
    return isPlain(text)
        ? Optional.of(selector + " = \"" + before + text + after + "\"")
        : Optional.empty();
  }

  /** A star is an ordinary character in EventBridge, so such a text has no translation. */
  private static boolean isPlain(String text) {
    return text.matches("[^*\"\\\\]*");
  }
}

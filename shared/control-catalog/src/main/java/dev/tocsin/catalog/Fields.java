package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.filterpattern.json.ClassPathText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One JSON object, read key by key; whatever has the wrong kind, is missing or is left over becomes
 * a problem, and reading goes on with an empty value.
 */
final class Fields {

  private final JsonNode object;
  private final String path;
  private final Problems.Place place;
  private final Set<String> read = new LinkedHashSet<>();

  Fields(JsonNode object, String path, Problems.Place place) {
    this.place = place;
    this.path = path;
    if (object.isObject()) {
      this.object = object;
    } else {
      place.add("an object" + in(path), describe(object), "write `{ … }`");
      this.object = JsonNodeFactory.instance.objectNode();
    }
  }

  /** Those of a JSON file that is shipped beside this class. */
  static Fields shipped(String file, Problems.Place place) {
    String text = ClassPathText.of(Fields.class, file);
    return new Fields(RuleFiles.embedded(text, place).orElseThrow(), "", place);
  }

  /** A text that must be there and not be blank. */
  String text(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty() && !object.has(key)) {
      place.add("a text " + name(key), "nothing", "add `\"" + key + "\"`");
    }
    return text.orElse("");
  }

  /** A text that may be left out but not be blank. */
  Optional<String> optionalText(String key) {
    Optional<JsonNode> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isTextual() || value.get().textValue().isBlank()) {
      place.add("a text " + name(key), describe(value.get()), "write a text that says something");
      return Optional.empty();
    }
    return value.map(JsonNode::textValue);
  }

  /** A text that must be one of {@code accepted}. */
  <T> Optional<T> oneOf(String key, Function<String, Optional<T>> parse, List<?> accepted) {
    String text = value(key).map(JsonNode::textValue).orElseGet(() -> text(key));
    Optional<T> parsed = parse.apply(text);
    if (parsed.isEmpty() && value(key).filter(JsonNode::isTextual).isPresent()) {
      place.add(name(key) + " to be one of " + accepted, "`" + text + "`", "write one of them");
    }
    return parsed;
  }

  /** A list of texts that may be left out. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      if (element.isTextual() && !element.textValue().isBlank()) {
        texts.add(element.textValue());
      } else {
        place.add("texts in " + name(key), describe(element), "write each in double quotes");
      }
    }
    return texts;
  }

  /** The elements of a list that may be left out. */
  List<JsonNode> elements(String key) {
    List<JsonNode> elements = new ArrayList<>();
    value(key)
        .ifPresent(
            value -> {
              if (value.isArray()) {
                value.forEach(elements::add);
              } else {
                place.add("a list " + name(key), describe(value), "write `[ … ]`");
              }
            });
    return elements;
  }

  /** An object that may be left out, empty then. */
  Fields object(String key) {
    return new Fields(value(key).orElseGet(JsonNodeFactory.instance::objectNode), join(key), place);
  }

  /** Every member as an object of its own, in the order of the file. */
  Map<String, Fields> objects() {
    Map<String, Fields> members = new LinkedHashMap<>();
    keys().forEach(key -> members.put(key, object(key)));
    return members;
  }

  /** Whether the value is a list without elements. */
  boolean isEmptyList(String key) {
    return value(key).filter(value -> value.isArray() && value.isEmpty()).isPresent();
  }

  boolean has(String key) {
    return object.has(key);
  }

  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Reports the keys that nobody asked for. */
  void rejectUnknownKeys() {
    for (String key : keys()) {
      if (!read.contains(key)) {
        place.add("only the keys " + read + in(path), "`" + key + "`", "remove or respell it");
      }
    }
  }

  private Optional<JsonNode> value(String key) {
    read.add(key);
    return Optional.ofNullable(object.get(key));
  }

  private String name(String key) {
    return "`" + join(key) + "`";
  }

  private String join(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String in(String path) {
    return path.isEmpty() ? "" : " in `" + path + "`";
  }

  private static String describe(JsonNode node) {
    String text = node.toString();
    return "`" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "`";
  }
}

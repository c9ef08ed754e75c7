package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Fields;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the object structure of an event pattern. */
final class EventPatternParser {
  private static final String OR = "$or";
  private static final int MAX_LENGTH = 4096;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private EventPatternParser() {}

  static ParsedEventPattern parse(String text) {
    try {
      return new EventPattern(text, fields(read(text), ""));
    } catch (Refusal refusal) {
      return refusal.problem(text);
    }
  }

  /** The JSON of a text that is known to be an event pattern. */
  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no event pattern: " + text, e);
    }
  }

  private static JsonNode read(String text) throws Refusal {
    if (text.length() > MAX_LENGTH) {
      String found = text.length() + " characters";
      throw new Refusal("", "at most 4,096 characters", found, "split the rule into two");
    }
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation(); // null where a limit of the JSON library is passed
      String found =
          at == null
              ? "one beyond what can be read"
              : "an error in line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new Refusal("", "a JSON object without repeated fields", found, "correct the JSON");
    } catch (NumberFormatException tooLarge) {
      // EventBridge matches numbers from -5.0e9 to 5.0e9 (user guide, numeric matching).
      throw new Refusal(
          "", "numbers from -5.0e9 to 5.0e9", "a larger one", "write a number in range");
    }
  }

  private static Fields fields(JsonNode object, String path) throws Refusal {
    if (!object.isObject() || object.isEmpty()) {
      throw new Refusal(
          path, "an object with fields", object, "write fields, as in {\"source\": [\"aws.ec2\"]}");
    }
    Map<String, PatternNode> fields = new LinkedHashMap<>();
    List<Fields> anyOf = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      if (name.equals(OR)) {
        anyOf.addAll(alternatives(entry.getValue(), join(path, OR), path));
      } else if (name.indexOf('.') >= 0) {
        String nested = "write one object in the other, as in {\"detail\": {\"eventName\": …}}";
        throw new Refusal(path, "a field name without a dot", "`" + name + "`", nested);
      } else {
        fields.put(name, node(entry.getValue(), join(path, name)));
      }
    }
    for (Fields alternative : anyOf) {
      for (String name : alternative.fields().keySet()) {
        if (fields.containsKey(name)) {
          String fix = "write `" + name + "` in every alternative and not beside them";
          throw new Refusal(
              join(path, OR), "fields that stand nowhere else", "`" + name + "`", fix);
        }
      }
    }
    return new Fields(fields, anyOf);
  }

  private static List<Fields> alternatives(JsonNode list, String where, String path)
      throws Refusal {
    if (!list.isArray() || list.size() < 2) {
      String fix = "write at least two objects, as in {\"$or\": [{…}, {…}]}";
      throw new Refusal(where, "an array of two objects or more", list, fix);
    }
    List<Fields> alternatives = new ArrayList<>();
    for (JsonNode alternative : list) {
      alternatives.add(fields(alternative, path));
    }
    return alternatives;
  }

  private static PatternNode node(JsonNode value, String path) throws Refusal {
    if (value.isObject()) {
      return fields(value, path);
    }
    if (!value.isArray() || value.isEmpty()) {
      boolean empty = value.isArray();
      String fix = empty ? "remove the field" : "put the value into an array: [" + value + "]";
      throw new Refusal(path, "an object or an array with a value", value, fix);
    }
    List<ValueTest> tests = new ArrayList<>();
    for (JsonNode test : value) {
      tests.add(ValueTestParser.parse(test, path));
    }
    return new Leaf(tests);
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

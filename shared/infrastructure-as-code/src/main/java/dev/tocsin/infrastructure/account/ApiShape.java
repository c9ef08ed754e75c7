package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Members;
import dev.tocsin.infrastructure.resource.Unknown;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Properties under CloudFormation's names as what the API would print: the members that a record of
 * the snapshot keeps and no others, texts as numbers where the API has numbers, policies as text.
 */
final class ApiShape {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ApiShape() {}

  /**
   * The object of that record.
   *
   * @throws NotKnown if a member that the record keeps is not known
   */
  static ObjectNode of(Class<?> type, JsonNode properties) throws NotKnown {
    return object(type, properties, "");
  }

  private static ObjectNode object(Class<?> type, JsonNode properties, String path)
      throws NotKnown {
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, Members.Member> member : Members.kept(type).entrySet()) {
      String name = member.getKey();
      String property = capitalised(name);
      JsonNode value = properties.path(property);
      if (value.isMissingNode()) {
        value = properties.path(name);
      }
      if (!value.isMissingNode() && !value.isNull()) {
        object.set(name, value(member.getValue().type(), value, path + property));
      }
    }
    return object;
  }

  private static JsonNode value(JavaType type, JsonNode value, String path) throws NotKnown {
    if (Unknown.is(value)) {
      throw new NotKnown(path, Unknown.in(value).orElseThrow().why());
    }
    if (type.isRecordType() && value.isObject()) {
      return object(type.getRawClass(), value, path + ".");
    }
    if (type.isMapLikeType()) {
      return map(value, path);
    }
    if (type.isContainerType() && value.isArray()) {
      ArrayNode list = JSON.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        list.add(value(type.getContentType(), value.get(i), path + "[" + i + "]"));
      }
      return list;
    }
    return plain(type.getRawClass(), value, path);
  }

  /** Dimensions are a map in the API, a list of {@code Key} and {@code Value} in templates. */
  private static JsonNode map(JsonNode value, String path) throws NotKnown {
    Optional<Unknown> unknown = Unknown.in(value);
    if (unknown.isPresent()) {
      throw new NotKnown(path, unknown.get().why());
    }
    ObjectNode map = JSON.objectNode();
    if (value.isArray()) {
      value.forEach(pair -> map.put(pair.path("Key").asText(), pair.path("Value").asText()));
      return map;
    }
    value
        .properties()
        .forEach(
            entry ->
                map.set(
                    entry.getKey(),
                    entry.getValue().isValueNode()
                        ? JSON.textNode(entry.getValue().asText())
                        : entry.getValue()));
    return map;
  }

  private static JsonNode plain(Class<?> type, JsonNode value, String path) throws NotKnown {
    if (type == String.class) {
      Optional<Unknown> unknown = Unknown.in(value);
      if (unknown.isPresent()) {
        throw new NotKnown(path, unknown.get().why());
      }
      return JSON.textNode(value.isValueNode() ? value.asText() : value.toString());
    }
    String text = value.asText().strip();
    if (!value.isTextual()) {
      return wholeIfAsked(type, value);
    }
    if (type == Boolean.class || type == boolean.class) {
      return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
          ? JSON.booleanNode(Boolean.parseBoolean(text))
          : value;
    }
    try {
      return Number.class.isAssignableFrom(type) || type == int.class
          ? wholeIfAsked(type, JSON.numberNode(new BigDecimal(text)))
          : value;
    } catch (NumberFormatException noNumber) {
      return value;
    }
  }

  private static JsonNode wholeIfAsked(Class<?> type, JsonNode value) {
    boolean whole = type == Integer.class || type == int.class || type == Long.class;
    return whole && value.canConvertToExactIntegral() && value.canConvertToLong()
        ? JSON.numberNode(value.longValue())
        : value;
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}

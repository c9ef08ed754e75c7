package dev.tocsin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The SDK's objects as JSON in the APIs' own member names, which are the names of the snapshot:
 * what {@code aws … --output json} prints.
 */
final class SdkJson {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SdkJson() {}

  /** An object of the SDK; members that are absent are left out. */
  static ObjectNode object(SdkPojo pojo) {
    ObjectNode object = NODES.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null) {
        object.set(field.locationName(), value(value));
      }
    }
    return object;
  }

  /** A list of objects of the SDK. */
  static ArrayNode array(Collection<? extends SdkPojo> pojos) {
    ArrayNode array = NODES.arrayNode();
    pojos.forEach(pojo -> array.add(object(pojo)));
    return array;
  }

  private static JsonNode value(Object value) {
    if (value instanceof SdkPojo pojo) {
      return object(pojo);
    }
    if (value instanceof Collection<?> members) {
      ArrayNode array = NODES.arrayNode();
      members.forEach(member -> array.add(value(member)));
      return array;
    }
    if (value instanceof Map<?, ?> entries) {
      ObjectNode object = NODES.objectNode();
      entries.forEach((key, member) -> object.set(key.toString(), value(member)));
      return object;
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof Double || value instanceof Float) {
      return NODES.numberNode(((Number) value).doubleValue());
    }
    if (value instanceof Number number) {
      return NODES.numberNode(number.longValue());
    }
    // Text, and times in ISO 8601.
    return NODES.textNode(value instanceof Instant time ? time.toString() : (String) value);
  }
}

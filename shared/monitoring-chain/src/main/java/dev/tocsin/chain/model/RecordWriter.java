package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what {@link RecordReader} reads: maps are sorted, and what is null or empty is left out,
 * but for what is required and what being empty is said of by {@link JsonInclude}.
 */
final class RecordWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordWriter() {}

  /** A record as it stands in a snapshot. */
  static ObjectNode tree(Record part) {
    ObjectNode object = NODES.objectNode();
    Members.kept(part.getClass())
        .forEach(
            (name, member) -> {
              Object value = Members.valueOf(part, member);
              if (value != null && (!isEmpty(value) || isSaidWhenEmpty(member))) {
                object.set(name, value(value));
              }
            });
    return object;
  }

  /** The same of a value that a record keeps. */
  static JsonNode value(Object value) {
    if (value instanceof Record part) {
      return tree(part);
    }
    if (value instanceof Map<?, ?> entries) {
      ObjectNode object = NODES.objectNode();
      new TreeMap<>(entries)
          .forEach(
              (name, entry) -> {
                if (entry != null) {
                  object.set((String) name, value(entry));
                }
              });
      return object;
    }
    if (value instanceof Collection<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(entry -> array.add(value(entry)));
      return array;
    }
    return plain(value);
  }

  private static JsonNode plain(Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof String || value instanceof Instant) {
      return NODES.textNode(value.toString());
    }
    if (value instanceof Boolean yes) {
      return NODES.booleanNode(yes);
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number.intValue());
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number.longValue());
    }
    if (value instanceof BigInteger number) {
      return NODES.numberNode(number);
    }
    return NODES.numberNode(((Double) value).doubleValue());
  }

  private static boolean isSaidWhenEmpty(Members.Member member) {
    return member.required()
        || member.component().getAccessor().isAnnotationPresent(JsonInclude.class);
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof String text && text.isEmpty())
        || (value instanceof Map<?, ?> entries && entries.isEmpty())
        || (value instanceof Collection<?> list && list.isEmpty());
  }
}

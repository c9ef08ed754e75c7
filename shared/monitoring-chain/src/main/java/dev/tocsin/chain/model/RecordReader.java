package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.tocsin.chain.model.Members.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a record of JSON that has its shape: every member is known ({@link Members}), of its type
 * and once there, no list holds null, nothing required is missing. What an absent member means, and
 * which values no account can have, the records say themselves. Cost: one walk.
 */
final class RecordReader {
  /** What the AWS SDK for Python adds to every answer. */
  private static final String ABOUT_THE_CALL = "ResponseMetadata";

  private static final JavaType ANYTHING = TypeFactory.unknownType();

  private final JsonParser parser;

  RecordReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the value that the parser stands before, and nothing behind it.
   *
   * @throws ShapeException at the first place that is otherwise
   * @throws BadMember with the whole path of a value that its record refuses
   */
  <T extends Record> T read(Class<T> type) throws IOException {
    parser.nextToken();
    return type.cast(record(type));
  }

  private Object value(JavaType type) throws IOException {
    if (type.isRecordType()) {
      return record(type.getRawClass());
    }
    if (type.isMapLikeType()) {
      return map(type.getContentType());
    }
    if (type.isContainerType()) {
      return list(type.getContentType());
    }
    return type.hasRawClass(Object.class) ? anything() : plain(Expected.of(type));
  }

  private Object plain(Expected expected) throws IOException {
    Optional<?> value = expected.read(parser);
    if (value.isEmpty()) {
      throw new ShapeException(
          parser, "expected " + expected.text() + ", found " + Expected.found(parser));
    }
    return value.get();
  }

  private Object record(Class<?> type) throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new ShapeException(parser, "expected an object, found " + Expected.found(parser));
    }
    Map<String, Member> kept = Members.kept(type);
    Set<String> seen = new HashSet<>();
    Map<String, Object> values = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = once(seen);
      Member member = kept.get(name);
      if (member != null) {
        parser.nextToken();
        values.put(name, member(member));
      } else if (Members.judgingNothing(type).containsKey(name) || name.equals(ABOUT_THE_CALL)) {
        parser.nextToken();
        parser.skipChildren();
      } else {
        unknown(type, name);
      }
    }
    for (Map.Entry<String, Member> member : kept.entrySet()) {
      if (member.getValue().required() && !seen.contains(member.getKey())) {
        throw ShapeException.missing(parser, member.getKey());
      }
    }
    try {
      return Members.make(type, values);
    } catch (BadMember bad) {
      throw bad.in(ShapeException.path(parser.getParsingContext()));
    }
  }

  /** Null is as good as absent, except where absent is not allowed or reads as a yes or a no. */
  private Object member(Member member) throws IOException {
    boolean needed =
        member.required()
            || member.type().hasRawClass(Boolean.class)
            || member.type().isPrimitive();
    if (parser.hasToken(JsonToken.VALUE_NULL) && !needed) {
      return null;
    }
    return value(member.type());
  }

  /** A paging token without a value says that the listing ended; everything else is refused. */
  private void unknown(Class<?> type, String name) throws IOException {
    ShapeException problem = new ShapeException(parser, UnknownMember.explain(type, name));
    JsonToken value = parser.nextToken();
    if (!UnknownMember.isToken(name)
        || !(value == JsonToken.VALUE_NULL || value == JsonToken.VALUE_FALSE)) {
      throw problem;
    }
  }

  private List<Object> list(JavaType type) throws IOException {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      throw new ShapeException(parser, "expected a list, found " + Expected.found(parser));
    }
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(type));
    }
    return list;
  }

  private Map<String, Object> map(JavaType type) throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new ShapeException(parser, "expected an object, found " + Expected.found(parser));
    }
    Set<String> seen = new HashSet<>();
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = once(seen);
      parser.nextToken();
      map.put(name, value(type));
    }
    return map;
  }

  /** Whatever AWS or a user wrote there, but nothing twice. */
  private Object anything() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(ANYTHING);
      case START_ARRAY -> list(ANYTHING);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> parser.getNumberValue();
    };
  }

  /** The name the parser stands at. */
  private String once(Set<String> seen) throws IOException {
    String name = parser.currentName();
    if (!seen.add(name)) {
      throw new ShapeException(parser, "it stands there twice; keep the one that holds");
    }
    return name;
  }
}

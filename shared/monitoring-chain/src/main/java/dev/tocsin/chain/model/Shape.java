package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import dev.tocsin.chain.model.Members.Member;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether a JSON text has the shape of a record: every member is known ({@link Members}), of its
 * type and once there, no list holds null, nothing required is missing. Values are not looked at.
 * Cost: one walk over the text.
 */
final class Shape {
  /** What the AWS SDK for Python adds to every answer. */
  private static final String ABOUT_THE_CALL = "ResponseMetadata";

  private final JsonParser parser;

  Shape(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Walks the value that the parser stands before.
   *
   * @throws ShapeException at the first place that is otherwise
   */
  void check(JavaType type) throws IOException {
    parser.nextToken();
    value(type);
  }

  private void value(JavaType type) throws IOException {
    if (type.isRecordType()) {
      record(type.getRawClass());
    } else if (type.isMapLikeType()) {
      map(type.getContentType());
    } else if (type.isContainerType()) {
      list(type.getContentType());
    } else if (type.hasRawClass(Object.class)) {
      anything();
    } else if (!Expected.of(type).fits(parser)) {
      throw unexpected(type);
    }
  }

  private void record(Class<?> type) throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new ShapeException(parser, "expected an object, found " + Expected.found(parser));
    }
    Map<String, Member> kept = Members.kept(type);
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = once(seen);
      Member member = kept.get(name);
      if (member != null) {
        parser.nextToken();
        member(member);
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
  }

  /** Null is as good as absent, except where absent is not allowed or reads as a yes or a no. */
  private void member(Member member) throws IOException {
    boolean needed =
        member.required()
            || member.type().hasRawClass(Boolean.class)
            || member.type().isPrimitive();
    if (parser.hasToken(JsonToken.VALUE_NULL) && !needed) {
      return;
    }
    value(member.type());
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

  private void list(JavaType type) throws IOException {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      throw new ShapeException(parser, "expected a list, found " + Expected.found(parser));
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(type);
    }
  }

  private void map(JavaType type) throws IOException {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      throw new ShapeException(parser, "expected an object, found " + Expected.found(parser));
    }
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      once(seen);
      parser.nextToken();
      value(type);
    }
  }

  /** Whatever AWS or a user wrote there, but nothing twice. */
  private void anything() throws IOException {
    if (parser.hasToken(JsonToken.START_OBJECT)) {
      Set<String> seen = new HashSet<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        once(seen);
        parser.nextToken();
        anything();
      }
    } else if (parser.hasToken(JsonToken.START_ARRAY)) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        anything();
      }
    }
  }

  /** The name the parser stands at. */
  private String once(Set<String> seen) throws IOException {
    String name = parser.currentName();
    if (!seen.add(name)) {
      throw new ShapeException(parser, "it stands there twice; keep the one that holds");
    }
    return name;
  }

  private ShapeException unexpected(JavaType type) throws IOException {
    return new ShapeException(
        parser, "expected " + Expected.of(type).text() + ", found " + Expected.found(parser));
  }
}

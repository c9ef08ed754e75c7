package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The plain values a member can have, as a person calls them. */
enum Expected {
  TEXT("a text"),
  YES_OR_NO("true or false"),
  TIME("a time such as 2026-11-21T05:00:00Z or seconds since 1970"),
  WHOLE_NUMBER("a whole number"),
  LARGE_NUMBER("a whole number"),
  NUMBER("a number");

  private static final Optional<?> NONE = Optional.empty();

  private final String text;

  Expected(String text) {
    this.text = text;
  }

  /** The value the parser stands at; empty iff it is another one. */
  Optional<?> read(JsonParser parser) throws IOException {
    return switch (this) {
      case TEXT -> parser.hasToken(JsonToken.VALUE_STRING) ? Optional.of(parser.getText()) : NONE;
      case YES_OR_NO ->
          parser.currentToken().isBoolean() ? Optional.of(parser.getBooleanValue()) : NONE;
      case TIME -> Instants.read(parser);
      case WHOLE_NUMBER ->
          isWhole(parser) && parser.getLongValue() == (int) parser.getLongValue()
              ? Optional.of(parser.getIntValue())
              : NONE;
      case LARGE_NUMBER -> isWhole(parser) ? Optional.of(parser.getLongValue()) : NONE;
      case NUMBER ->
          parser.currentToken().isNumeric() && Double.isFinite(parser.getDoubleValue())
              ? Optional.of(parser.getDoubleValue())
              : NONE;
    };
  }

  private static boolean isWhole(JsonParser parser) throws IOException {
    return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  /** What to call it, with its article. */
  String text() {
    return text;
  }

  static Expected of(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (raw == String.class) {
      return TEXT;
    }
    if (raw == Boolean.class || raw == boolean.class) {
      return YES_OR_NO;
    }
    if (raw == Instant.class) {
      return TIME;
    }
    if (raw == Integer.class || raw == int.class) {
      return WHOLE_NUMBER;
    }
    if (raw == Long.class) {
      return LARGE_NUMBER;
    }
    if (raw == Double.class) {
      return NUMBER;
    }
    throw new IllegalStateException("no member of a snapshot is a " + type);
  }

  /** What the parser stands at; texts and numbers are shown, since they are what was mistaken. */
  static String found(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the end";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "the text " + Quoted.of(parser.getText());
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> parser.getText();
      default -> "the number " + Quoted.of(parser.getText());
    };
  }
}

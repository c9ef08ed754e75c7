package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.time.Instant;

/** The plain values a member can have, as a person calls them. */
enum Expected {
  TEXT("a text") {
    @Override
    boolean fits(JsonParser parser) {
      return parser.hasToken(JsonToken.VALUE_STRING);
    }
  },
  YES_OR_NO("true or false") {
    @Override
    boolean fits(JsonParser parser) {
      return parser.currentToken().isBoolean();
    }
  },
  TIME("a time such as 2026-11-21T05:00:00Z or seconds since 1970") {
    @Override
    boolean fits(JsonParser parser) throws IOException {
      return Instants.read(parser).isPresent();
    }
  },
  WHOLE_NUMBER("a whole number") {
    @Override
    boolean fits(JsonParser parser) throws IOException {
      return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
          && parser.getNumberType() == JsonParser.NumberType.INT;
    }
  },
  LARGE_NUMBER("a whole number") {
    @Override
    boolean fits(JsonParser parser) throws IOException {
      return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
          && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }
  },
  NUMBER("a number") {
    @Override
    boolean fits(JsonParser parser) throws IOException {
      return parser.currentToken().isNumeric() && Double.isFinite(parser.getDoubleValue());
    }
  };

  private final String text;

  Expected(String text) {
    this.text = text;
  }

  /** Whether the parser stands at such a value. */
  abstract boolean fits(JsonParser parser) throws IOException;

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

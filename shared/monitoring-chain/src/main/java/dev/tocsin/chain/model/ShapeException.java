package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A place of a JSON text that is not as it should be. */
final class ShapeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient JsonLocation at;

  /**
   * At the value the parser stands at.
   *
   * @param problem what is wrong, for example {@code expected a text, found null}
   */
  ShapeException(JsonParser parser, String problem) {
    this(parser.currentTokenLocation(), at(path(context(parser))) + problem);
  }

  private ShapeException(JsonLocation at, String message) {
    super(message);
    this.at = at;
  }

  /** A required member is not in the object at whose end the parser stands. */
  static ShapeException missing(JsonParser parser, String member) {
    // At the end of an object the context is already that of its parent.
    return new ShapeException(
        parser.currentTokenLocation(),
        "`" + joined(path(parser.getParsingContext()), member) + "` is missing");
  }

  JsonLocation location() {
    return at;
  }

  /** The context of the value: at the start of an object or list the parser is already inside. */
  private static JsonStreamContext context(JsonParser parser) {
    JsonStreamContext context = parser.getParsingContext();
    JsonToken token = parser.currentToken();
    return token != null && token.isStructStart() ? context.getParent() : context;
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : "at `" + path + "`: ";
  }

  private static String joined(String path, String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  /**
   * The place as a person writes it, for example {@code regions.eu-west-1.Topics[0].Attributes}.
   */
  static String path(JsonStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String before = path(context.getParent());
    if (context.inArray()) {
      return before + "[" + context.getCurrentIndex() + "]";
    }
    return context.getCurrentName() == null
        ? before
        : joined(before, Quoted.plain(context.getCurrentName()));
  }
}

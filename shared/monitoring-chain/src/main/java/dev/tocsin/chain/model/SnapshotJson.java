package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import java.util.stream.Collectors;

/** Reads and writes a {@link Snapshot} as JSON. */
public final class SnapshotJson {
  private SnapshotJson() {}

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addDeserializer(Instant.class, new Instants.Reader())
                  .addSerializer(Instant.class, new Instants.Writer()))
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
          .build();

  /**
   * Reads a snapshot.
   *
   * @param text the JSON
   * @param source the name of the file or stream, for messages
   * @throws BadSnapshot with one line that names the place, iff the text is no snapshot
   */
  public static Snapshot read(String text, String source) throws BadSnapshot {
    try {
      Snapshot snapshot = MAPPER.readValue(text, Snapshot.class);
      if (snapshot == null) {
        throw new BadSnapshot("`" + source + "`: expected a JSON object, found null");
      }
      return snapshot;
    } catch (JsonProcessingException e) {
      throw new BadSnapshot(message(source, e), e);
    }
  }

  /** The same from a tree, without line numbers in messages. */
  public static Snapshot read(JsonNode tree, String source) throws BadSnapshot {
    return read(tree.toString(), source);
  }

  /**
   * The snapshot as indented JSON that {@link #read(String, String)} reads back as an equal one.
   */
  public static String write(Snapshot snapshot) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(snapshot);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a snapshot is always writable", e);
    }
  }

  private static String message(String source, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place =
        "`"
            + source
            + "`"
            + (at == null
                ? ""
                : " line " + at.getLineNr() + " column " + Math.max(at.getColumnNr(), 1));
    if (!(e instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
      return place + ": " + e.getOriginalMessage().lines().findFirst().orElse("no JSON");
    }
    String path = path(mismatch);
    if (mismatch.getOriginalMessage().startsWith("Missing required creator property")) {
      return place + ": `" + path + "` is missing";
    }
    return place
        + (path.isEmpty() ? "" : " at `" + path + "`")
        + ": expected "
        + wanted(mismatch.getTargetType())
        + ", found "
        + found(mismatch);
  }

  private static String found(MismatchedInputException e) {
    if (e instanceof InvalidFormatException invalid) {
      return "`" + invalid.getValue() + "`";
    }
    JsonToken token = e.getProcessor() instanceof JsonParser parser ? parser.currentToken() : null;
    if (token == null) {
      return "the end";
    }
    return switch (token) {
      case START_OBJECT, END_OBJECT, FIELD_NAME -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "a number";
    };
  }

  private static String wanted(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Instant.class) {
      return "a time such as 2026-11-21T05:00:00Z or seconds since 1970";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
            .collect(Collectors.joining());
    return path.startsWith(".") ? path.substring(1) : path;
  }
}

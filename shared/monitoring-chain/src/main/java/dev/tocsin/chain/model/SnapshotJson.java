package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Reads and writes a {@link Snapshot} as JSON. */
public final class SnapshotJson {
  private SnapshotJson() {}

  /** What some editors and shells put before UTF-8 text. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addDeserializer(Instant.class, new Instants.Reader())
                  .addSerializer(Instant.class, new Instants.Writer()))
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
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
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      checkShape(json);
      return MAPPER.readValue(json, Snapshot.class);
    } catch (ShapeException e) {
      throw new BadSnapshot(place(source, e.location()) + ": " + e.getMessage(), e);
    } catch (JsonProcessingException e) {
      throw new BadSnapshot(message(source, e), e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory is always readable", e);
    }
  }

  /** Looks at the shape first, so that nothing is refused in the words of the JSON library. */
  private static void checkShape(String json) throws IOException {
    try (JsonParser parser = MAPPER.createParser(json)) {
      new Shape(parser).check(MAPPER.constructType(Snapshot.class));
      if (parser.nextToken() != null) {
        throw new ShapeException(parser, "expected the end, found more");
      }
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

  /** A part of a snapshot as it stands there. */
  static ObjectNode tree(Object part) {
    return MAPPER.valueToTree(part);
  }

  /** A value as JSON text. */
  static String text(Object value) {
    return MAPPER.valueToTree(value).toString();
  }

  private static String message(String source, JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping && e.getCause() instanceof BadMember bad) {
      String path = path(mapping);
      String member = path.isEmpty() ? bad.member() : path + "." + bad.member();
      return "`%s`: `%s` %s".formatted(source, member, bad.getMessage());
    }
    return place(source, e.getLocation())
        + ": "
        + e.getOriginalMessage()
            .lines()
            .findFirst()
            .orElse("no JSON")
            .replaceAll(", from `[^`]*`", ""); // which limit of the library it was
  }

  /** A name or a nesting that is beyond the JSON library's limits has no place. */
  private static String place(String source, JsonLocation at) {
    return at == null
        ? "`%s`".formatted(source)
        : "`%s` line %d column %d".formatted(source, at.getLineNr(), Math.max(at.getColumnNr(), 1));
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(Quoted.plain(step.getFieldName()));
      }
    }
    return path.toString();
  }
}

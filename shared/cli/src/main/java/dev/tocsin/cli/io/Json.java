package dev.tocsin.cli.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.report.escape.Escape;
import java.util.List;

/** JSON text from and to Jackson's trees; numbers keep the digits they were written with. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

  private Json() {}

  /** A new object without members. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * The value that {@code text} spells.
   *
   * @param place where the text stands, for the message
   * @throws InputProblem if it is not exactly one JSON value
   */
  public static JsonNode read(String text, String place) {
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InputProblem(place + position(e) + ": not JSON: " + reason(e));
    }
  }

  /** The value, indented, with names shown as in every other output. */
  public static String pretty(JsonNode node) {
    return Escape.json(node);
  }

  /** The same on one line. */
  public static String line(JsonNode node) {
    return Escape.jsonLine(node);
  }

  /** The texts, in order. */
  public static ArrayNode strings(List<String> texts) {
    ArrayNode array = MAPPER.createArrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static String position(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    if (location == null) {
      return "";
    }
    String line = location.getLineNr() == 1 ? "" : " line " + location.getLineNr();
    return line + " column " + location.getColumnNr();
  }

  /** Jackson's first line, less where it repeats the position or names its own settings. */
  private static String reason(JsonProcessingException e) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("");
    String plain = first.replaceAll(" \\(start marker at .*|, from `[^`]*`", "").strip();
    return plain.isEmpty()
        ? "no value"
        : Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
  }
}

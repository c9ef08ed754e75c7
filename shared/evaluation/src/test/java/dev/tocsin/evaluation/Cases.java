package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Cases that stand as lines of JSON beside the tests. */
final class Cases {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Cases() {}

  static List<JsonNode> of(String file) {
    try (InputStream lines = Cases.class.getResourceAsStream(file)) {
      List<JsonNode> cases = new ArrayList<>();
      JSON.readerFor(JsonNode.class).<JsonNode>readValues(lines).forEachRemaining(cases::add);
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value that a text spells; a text that is no JSON is the text itself. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException noJson) {
      return JSON.getNodeFactory().textNode(text);
    }
  }
}

package dev.tocsin.chain.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.json.JsonTree;

/** Policies and patterns, which stand in a snapshot as JSON texts. */
public final class JsonTexts {
  private JsonTexts() {}

  /**
   * Reads a text to its end.
   *
   * @throws JsonProcessingException iff it is no JSON, goes on after it, or has a key twice
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return JsonTree.read(text);
  }

  /** A tree's text, on one line. */
  public static String write(JsonNode tree) {
    return JsonTree.text(tree);
  }
}

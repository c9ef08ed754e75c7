package dev.tocsin.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON objects that travel inside the event as text. */
final class JsonObjects {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonObjects() {}

  /**
   * The object of a text; an empty one for a text that is absent.
   *
   * @param member the event's member, for the message
   * @throws BadInvocation if the text is no JSON object
   */
  static ObjectNode parse(String member, String text) {
    if (text == null || text.isBlank()) {
      return MAPPER.createObjectNode();
    }
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException notJson) {
      throw BadInvocation.of(member, "a JSON object", "text that is not JSON");
    }
    throw BadInvocation.of(member, "a JSON object", "other JSON");
  }

  static ObjectNode create() {
    return MAPPER.createObjectNode();
  }
}

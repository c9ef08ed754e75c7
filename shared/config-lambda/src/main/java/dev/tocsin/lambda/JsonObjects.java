package dev.tocsin.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.JsonTexts;

/** JSON objects that travel inside the event as text. */
final class JsonObjects {
  private JsonObjects() {}

  /**
   * The object of a text; an empty one for a text that is absent.
   *
   * @param member the event's member, for the message
   * @throws BadInvocation if the text is no JSON object
   */
  static ObjectNode parse(String member, String text) {
    if (text == null || text.isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode tree = JsonTexts.read(text);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException notJson) {
      throw BadInvocation.of(member, "a JSON object", "text that is not JSON");
    }
    throw BadInvocation.of(member, "a JSON object", "other JSON");
  }

  static ObjectNode create() {
    return JsonNodeFactory.instance.objectNode();
  }
}

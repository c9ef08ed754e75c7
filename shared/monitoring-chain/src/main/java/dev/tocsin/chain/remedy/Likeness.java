package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Whether what an account has is what a plan says; the SSM documents' carrier compares in the same
 * way. The plan names only what matters: an object's other members may be anything.
 */
final class Likeness {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Likeness() {}

  /**
   * True iff they are alike: null is nothing, an empty text or an empty list or object; an object
   * has the named members alike; a list has as many elements, alike; numbers are compared by value.
   * Where an object is named and a text found, it is read as JSON, which IAM percent-encodes.
   */
  static boolean of(JsonNode named, JsonNode found) {
    if (named.isNull()) {
      return isNothing(found);
    }
    if (named.isObject()) {
      JsonNode object = found.isTextual() ? parsed(found.textValue()) : found;
      return object.isObject()
          && named.properties().stream()
              .allMatch(member -> of(member.getValue(), object.path(member.getKey())));
    }
    if (named.isArray()) {
      return found.isArray() && named.size() == found.size() && elements(named, found);
    }
    if (named.isNumber()) {
      return found.isNumber() && named.decimalValue().compareTo(found.decimalValue()) == 0;
    }
    return named.equals(found);
  }

  private static boolean elements(JsonNode named, JsonNode found) {
    for (int i = 0; i < named.size(); i++) {
      if (!of(named.get(i), found.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNothing(JsonNode found) {
    return found.isMissingNode()
        || found.isNull()
        || (found.isContainerNode() && found.isEmpty())
        || (found.isTextual() && found.textValue().isEmpty());
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(
          text.startsWith("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }
}

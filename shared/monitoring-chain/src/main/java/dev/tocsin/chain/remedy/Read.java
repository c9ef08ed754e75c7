package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A call that changes nothing, and the part of its answer that is meant.
 *
 * @param at the way to the part: a text is a member, an object an element of a list that has these
 *     members
 */
public record Read(String service, String operation, ObjectNode parameters, List<JsonNode> at) {

  public Read {
    at = List.copyOf(at);
  }

  /** Service and operation, for example {@code sns:ListTagsForResource}. */
  public String name() {
    return service + ":" + operation;
  }

  /**
   * The part of an answer; a missing node iff the answer has none.
   *
   * @param answer in the API's own shape; a missing node iff what is asked about does not exist
   */
  public JsonNode in(JsonNode answer) {
    JsonNode part = answer;
    for (JsonNode step : at) {
      part = step.isTextual() ? part.path(step.textValue()) : element(part, step);
    }
    return part;
  }

  private static JsonNode element(JsonNode list, JsonNode wanted) {
    for (JsonNode element : list) {
      if (Likeness.of(wanted, element)) {
        return element;
      }
    }
    return list.path("");
  }
}

package dev.tocsin.emulator;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A case's account: one that many cases start from, with some of its places set or removed. */
public final class EditedJson {
  private EditedJson() {}

  /**
   * The account as a case has it; {@code account} itself is changed.
   *
   * @param edits {@code set}, an object of values by JSON pointer, and {@code remove}, a list of
   *     pointers; other members are for others
   * @throws IllegalArgumentException if a place is nowhere
   */
  public static JsonNode of(JsonNode account, JsonNode edits) {
    edits
        .path("set")
        .properties()
        .forEach(entry -> set(account, JsonPointer.compile(entry.getKey()), entry.getValue()));
    edits.path("remove").forEach(place -> remove(account, JsonPointer.compile(place.asText())));
    return account;
  }

  private static void set(JsonNode account, JsonPointer place, JsonNode value) {
    JsonNode parent = account.at(place.head());
    if (parent instanceof ArrayNode list) {
      if (place.last().getMatchingIndex() < list.size()) {
        list.set(place.last().getMatchingIndex(), value);
      } else {
        list.add(value);
      }
    } else if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), value);
    } else {
      throw nowhere(place);
    }
  }

  private static void remove(JsonNode account, JsonPointer place) {
    JsonNode parent = account.at(place.head());
    if (parent instanceof ArrayNode list) {
      list.remove(place.last().getMatchingIndex());
    } else if (parent instanceof ObjectNode object) {
      object.remove(place.last().getMatchingProperty());
    } else {
      throw nowhere(place);
    }
  }

  private static IllegalArgumentException nowhere(JsonPointer place) {
    return new IllegalArgumentException("`" + place + "` is nowhere");
  }
}

package dev.tocsin.chain.judge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Small changes to an account: {@code {"at": pointer, "set": value}}, {@code "set-from": pointer},
 * {@code "merge"} for objects, {@code "append"} for lists, {@code "copy": pointer} to append a copy
 * of a list's element, and {@code "remove": true}.
 */
final class Patch {
  private Patch() {}

  /** Short for the pointers that cases use most. */
  private static final Map<String, String> SHORT =
      Map.of(
          "region", "/regions/eu-west-1",
          "trail", "/trails/0",
          "filter", "/regions/eu-west-1/metricFilters/0",
          "alarm", "/regions/eu-west-1/MetricAlarms/0",
          "topic", "/regions/eu-west-1/Topics/0");

  static void apply(ObjectNode account, JsonNode patch) {
    for (JsonNode change : patch) {
      apply(account, change.path("at").asText(), change);
    }
  }

  private static void apply(ObjectNode account, String place, JsonNode change) {
    JsonPointer at = pointer(place);
    JsonNode parent = account.at(at.head());
    String name = at.last().getMatchingProperty();
    if (change.has("remove")) {
      if (parent instanceof ArrayNode list) {
        list.remove(at.last().getMatchingIndex());
      } else {
        ((ObjectNode) parent).remove(name);
      }
    } else if (change.has("set")) {
      ((ObjectNode) parent).set(name, change.get("set").deepCopy());
    } else if (change.has("set-from")) {
      ((ObjectNode) parent)
          .set(name, account.at(pointer(change.get("set-from").asText())).deepCopy());
    } else if (change.has("merge")) {
      ((ObjectNode) account.at(at)).setAll((ObjectNode) change.get("merge").deepCopy());
    } else {
      JsonNode added =
          change.has("copy")
              ? account.at(pointer(change.get("copy").asText()))
              : change.get("append");
      ((ObjectNode) parent).withArray(name).add(added.deepCopy());
    }
  }

  private static JsonPointer pointer(String place) {
    int slash = place.indexOf('/');
    String first = slash < 0 ? place : place.substring(0, slash);
    return JsonPointer.compile(
        SHORT.containsKey(first)
            ? SHORT.get(first) + (slash < 0 ? "" : place.substring(slash))
            : place);
  }
}

package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.ArrayList;
import java.util.List;

/**
 * What an expression's references stand for.
 *
 * @param values those of the things of the plan that it names
 * @param open the references that could not be followed
 */
record Resolution(List<JsonNode> values, List<String> open) {

  /** A reference that adds nothing unknown, such as {@code count.index}. */
  static final Resolution NOTHING = new Resolution(List.of(), List.of());

  static Resolution of(JsonNode value) {
    return new Resolution(List.of(value), List.of());
  }

  static Resolution open(String reference) {
    return new Resolution(List.of(), List.of(reference));
  }

  Resolution and(Resolution other) {
    List<JsonNode> both = new ArrayList<>(values);
    both.addAll(other.values);
    List<String> bothOpen = new ArrayList<>(open);
    bothOpen.addAll(other.open);
    return new Resolution(both, bothOpen);
  }

  /** The values, iff there are so many and nothing else could be meant. */
  List<JsonNode> exactly(int number) {
    return open.isEmpty() && values.size() == number ? values : List.of();
  }

  /** The one value, or unknown with the reason. */
  JsonNode one() {
    List<JsonNode> different = values.stream().distinct().toList();
    return open.isEmpty() && different.size() == 1 ? different.get(0) : unknown();
  }

  JsonNode unknown() {
    return Unknown.node(
        "is known only after apply"
            + (open.isEmpty() ? "" : " (it comes from `" + String.join("`, `", open) + "`)"));
  }
}

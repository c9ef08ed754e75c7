package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.eventbridge.KeyMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may stand at a key of an event pattern so that an event which it keeps out comes in. */
final class RuleEdits {
  private static final String ANYTHING_BUT = "anything-but";

  /** Of which an event has one, so that another one is written in place of what never comes. */
  private static final Set<String> ONE_OF_THE_SERVICE = Set.of("source", "detail-type");

  private RuleEdits() {}

  /**
   * The tests to write there, the better first; an empty list is to leave the key out.
   *
   * @param seesNone whether the rule sees nothing that it should, as it is
   */
  static List<List<JsonNode>> of(KeyMismatch mismatch, boolean seesNone) {
    List<JsonNode> asked = elements(mismatch.asked());
    JsonNode found = mismatch.found();
    List<List<JsonNode>> ways = new ArrayList<>();
    withoutExclusion(asked, found).ifPresent(ways::add);
    if (found.isMissingNode() && asked.stream().anyMatch(test -> test.has(ANYTHING_BUT))) {
      ways.add(with(asked, JsonNodeFactory.instance.objectNode().put("exists", false)));
    }
    boolean isName = mismatch.field().equals("detail.eventName");
    boolean isOne = ONE_OF_THE_SERVICE.contains(mismatch.field());
    if (isOne && asked.size() == 1 && seesNone) {
      ways.add(List.of(found));
    }
    if (!isName && !isOne) {
      ways.add(List.of());
    }
    if (found.isValueNode() && !found.isMissingNode()) {
      ways.add(with(asked, found));
    }
    if (isOne) {
      ways.add(List.of());
    }
    return ways;
  }

  /** The tests with a lone {@code *} read as whoever wrote it meant it. */
  static List<JsonNode> withWildcards(JsonNode asked) {
    return elements(asked).stream()
        .map(
            test ->
                isAsterisk(test)
                    ? JsonNodeFactory.instance.objectNode().put("wildcard", "*")
                    : test)
        .toList();
  }

  /** The tests with others where a lone {@code *} stands. */
  static List<JsonNode> inPlaceOfAsterisk(JsonNode asked, List<JsonNode> others) {
    return elements(asked).stream()
        .flatMap(test -> isAsterisk(test) ? others.stream() : Stream.of(test))
        .distinct()
        .toList();
  }

  private static boolean isAsterisk(JsonNode test) {
    return test.isTextual() && test.textValue().equals("*");
  }

  /**
   * The tests without the value in {@code anything-but}, where it stands there; none where nothing
   * else is excluded.
   */
  private static Optional<List<JsonNode>> withoutExclusion(List<JsonNode> asked, JsonNode found) {
    List<JsonNode> left = new ArrayList<>();
    boolean isExcluded = false;
    for (JsonNode test : asked) {
      List<JsonNode> excluded = elements(test.path(ANYTHING_BUT));
      if (!excluded.remove(found)) {
        left.add(test);
        continue;
      }
      if (excluded.isEmpty()) {
        return Optional.of(List.of());
      }
      isExcluded = true;
      ObjectNode but = JsonNodeFactory.instance.objectNode();
      excluded.forEach(but.putArray(ANYTHING_BUT)::add);
      left.add(but);
    }
    return isExcluded ? Optional.of(left) : Optional.empty();
  }

  private static List<JsonNode> with(List<JsonNode> asked, JsonNode test) {
    List<JsonNode> more = new ArrayList<>(asked);
    more.add(test);
    return more;
  }

  private static List<JsonNode> elements(JsonNode json) {
    List<JsonNode> elements = new ArrayList<>();
    if (json instanceof ArrayNode array) {
      array.forEach(elements::add);
    } else if (json.isValueNode() && !json.isMissingNode()) {
      elements.add(json);
    }
    return elements;
  }
}

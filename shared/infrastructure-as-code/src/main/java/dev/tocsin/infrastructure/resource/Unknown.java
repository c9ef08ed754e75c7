package dev.tocsin.infrastructure.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.Optional;

/**
 * Stands in a tree for a value that nobody knows yet.
 *
 * @param why a clause that follows the value's name, for example {@code is known only after apply}
 */
public record Unknown(String why) {

  /** The value as a node of a tree. */
  public static JsonNode node(String why) {
    return JsonNodeFactory.instance.pojoNode(new Unknown(why));
  }

  /** What is unknown of a value: the first that is, at any depth; empty iff all is known. */
  public static Optional<Unknown> in(JsonNode value) {
    if (value instanceof POJONode node && node.getPojo() instanceof Unknown unknown) {
      return Optional.of(unknown);
    }
    for (JsonNode inner : value) {
      Optional<Unknown> found = in(inner);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether the value itself is unknown, not only something in it. */
  public static boolean is(JsonNode value) {
    return value instanceof POJONode node && node.getPojo() instanceof Unknown;
  }
}

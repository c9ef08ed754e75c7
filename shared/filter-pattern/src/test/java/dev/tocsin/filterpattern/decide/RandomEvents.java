package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Events over the fields and values of {@link RandomPatterns}. */
final class RandomEvents {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> STRINGS =
      List.of("x", "y", "xy", "", "yx", "xyx", "xxy", "yy", "1", "10", "2.0", "z", "xyxy");

  private static final BigDecimal ENDLESS = new BigDecimal("1e400");

  private final Random random;

  RandomEvents(long seed) {
    random = new Random(seed);
  }

  /** An event with the fields {@code a} and {@code b}, or without them. */
  ObjectNode next() {
    ObjectNode event = JSON.objectNode();
    put(event, "a", 2);
    put(event, "b", 1);
    if (random.nextInt(10) == 0) {
      put(event, "d", 1);
    }
    return event;
  }

  private void put(ObjectNode object, String name, int depth) {
    if (random.nextInt(5) > 0) {
      object.set(name, value(depth));
    }
  }

  private JsonNode value(int depth) {
    int choice = random.nextInt(depth > 0 ? 14 : 9);
    if (choice < 4) {
      return JSON.textNode(STRINGS.get(random.nextInt(STRINGS.size())));
    }
    if (choice < 6) {
      return number();
    }
    if (choice < 9) {
      return choice == 6 ? JSON.nullNode() : JSON.booleanNode(choice == 7);
    }
    if (choice < 11) {
      ObjectNode object = JSON.objectNode();
      put(object, "c", depth - 1);
      if (random.nextInt(4) == 0) {
        put(object, "e", depth - 1);
      }
      return object;
    }
    ArrayNode array = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(depth - 1));
    }
    return array;
  }

  private JsonNode number() {
    return switch (random.nextInt(9)) {
      case 0 -> JSON.numberNode(1.5);
      case 1 -> JSON.numberNode(2.0);
      case 2 -> JSON.numberNode(0.25);
      case 3 -> JSON.numberNode(12);
      case 4 -> random.nextBoolean() ? JSON.numberNode(10) : JSON.numberNode(ENDLESS);
      default -> JSON.numberNode(random.nextInt(5) - 2);
    };
  }
}

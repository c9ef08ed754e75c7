package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Small random events on the names and values that {@code RandomPatterns} asks for. */
public final class RandomEvents {
  private static final String[] NAMES = {"a", "b", "a-b", "cluster.name", "NOT", "9"};
  private static final String[] TEXTS = {
    "",
    "x",
    "xy",
    "yx",
    "x y",
    "1",
    "1.0",
    "true",
    "é",
    "\"",
    "\\n",
    "xxyy",
    "1.2.3.4",
    "\uD83D\uDE00"
  };
  private static final double[] NUMBERS = {0, 1, -1, 0.5, 1.5, 1e3, 1e300, -0.0};

  private final Random random;
  private final JsonNodeFactory json = JsonNodeFactory.instance;

  public RandomEvents(Random random) {
    this.random = random;
  }

  /** The next event, nearly always an object. */
  public JsonNode next() {
    return random.nextInt(20) == 0 ? node(2) : object(3);
  }

  private ObjectNode object(int depth) {
    ObjectNode object = json.objectNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.set(NAMES[random.nextInt(NAMES.length)], node(depth - 1));
    }
    return object;
  }

  private JsonNode node(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2 -> json.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3 -> json.numberNode(random.nextInt(3));
      case 4, 5 -> json.textNode(TEXTS[random.nextInt(TEXTS.length)]);
      case 6 -> array(depth);
      default -> object(depth);
    };
  }

  private ArrayNode array(int depth) {
    ArrayNode array = json.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      array.add(node(depth - 1));
    }
    return array;
  }
}

package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.decide.PathTree.Node;
import dev.tocsin.filterpattern.text.Intersection;
import dev.tocsin.filterpattern.text.StepBudget;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts the values of the nodes together, on top of what a base has beside them. */
final class Composition {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Where a record has room for a text of the caller's choice. */
  private static final String FREE_TEXT = "userAgent";

  private static final long STEPS = 1_000_000;

  /**
   * Elements that one record is given; the shortest that JSON has, {@code 0,}, fill the 256 KB that
   * CloudTrail delivers to CloudWatch Logs at most with 131,072, which nobody would read.
   */
  private static final int MAX_ELEMENTS = 10_000;

  private final PathTree tree;
  private final Elements elements;
  private final State state;
  private final List<JsonNode> values;
  private int elementsMade;

  /** Takes a value for each node, in the order of the nodes. */
  Composition(PathTree tree, Elements elements, State state, List<JsonNode> values) {
    this.tree = tree;
    this.elements = elements;
    this.state = state;
    this.values = values;
  }

  JsonNode compose(JsonNode base) {
    return compose(tree.root(), base);
  }

  private JsonNode compose(Node node, JsonNode base) {
    JsonNode value = values.get(node.number());
    if (value.isObject()) {
      return object(node, base);
    }
    return value.isArray() ? array(node, base) : value;
  }

  private ObjectNode object(Node node, JsonNode base) {
    boolean keep = base instanceof ObjectNode && !elements.areLimited(node, state);
    ObjectNode object = keep ? base.deepCopy() : JSON.objectNode();
    for (Node key : node.keys()) {
      String name = key.path().lastName();
      JsonNode value = compose(key, base.path(name));
      if (value.isMissingNode()) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    }
    if (elements.areWanted(node, state)) {
      Set<String> used = new LinkedHashSet<>();
      for (JsonNode element : elements.make(node, state)) {
        String key =
            freshKey(
                node, used, node.parent() == null && element.isTextual() ? FREE_TEXT : "other");
        used.add(key);
        object.set(key, element);
      }
    }
    return object;
  }

  private ArrayNode array(Node node, JsonNode base) {
    ArrayNode array = JSON.arrayNode();
    boolean keep = base instanceof ArrayNode && !elements.areLimited(node, state);
    int length = keep ? base.size() : 0;
    for (Node element : node.elements().values()) {
      int index = element.path().lastIndex();
      boolean missing = values.get(element.number()).isMissingNode();
      length = missing ? Math.min(length, index) : Math.max(length, endAfter(index));
    }
    for (int i = 0; i < length; i++) {
      countElement(node);
      Node element = node.elements().get(i);
      JsonNode kept = keep && i < base.size() ? base.get(i) : JSON.objectNode();
      array.add(element == null ? kept.deepCopy() : compose(element, kept));
    }
    if (elements.areWanted(node, state)) {
      elements.make(node, state).forEach(array::add);
    }
    return array;
  }

  /** The length of an array that ends with this element, without overflow. */
  private static int endAfter(int index) {
    return index == Integer.MAX_VALUE ? index : index + 1;
  }

  /** Keeps what is made within bounds, whatever index a pattern names. */
  private void countElement(Node array) {
    elementsMade++;
    if (elementsMade > MAX_ELEMENTS) {
      throw new Unsupported(
          "a record with more than " + MAX_ELEMENTS + " elements, as in `" + array.path() + "`");
    }
  }

  /** A key that is not among those added, has no node, and holds no text that must not occur. */
  private String freshKey(Node node, Set<String> added, String preferred) {
    List<TextSet> sets = new ArrayList<>();
    for (Literal other : state.others()) {
      if (!other.positive() && other instanceof Literal.Elsewhere elsewhere) {
        sets.add(TextSet.containing(elsewhere.text()).complement());
      }
    }
    Set<String> used = new LinkedHashSet<>(added);
    used.add("");
    node.keys().forEach(key -> used.add(key.path().lastName()));
    sets.add(TextSet.words(used).complement());
    if (sets.stream().allMatch(set -> set.contains(preferred))) {
      return preferred;
    }
    if (Intersection.shortest(sets, new StepBudget(STEPS))
        instanceof Intersection.Answer.Member member) {
      return member.text();
    }
    throw new Unsupported("a name for one more field of `" + node.path() + "`");
  }
}

package dev.tocsin.filterpattern.eventbridge;

import java.util.List;
import java.util.Map;

/** A part of an event pattern. */
sealed interface PatternNode {

  /**
   * An object: all fields must match, and one of the alternatives if there are any. If an array
   * stands in the event, all of it must match within one element.
   *
   * @param anyOf the objects of {@code $or}, empty or at least two
   */
  record Fields(Map<String, PatternNode> fields, List<Fields> anyOf) implements PatternNode {
    public Fields {
      fields = Map.copyOf(fields);
      anyOf = List.copyOf(anyOf);
    }
  }

  /** An array of tests, one of which must hold for the value or for an element of it. */
  record Leaf(List<ValueTest> tests) implements PatternNode {
    public Leaf {
      tests = List.copyOf(tests);
    }
  }
}

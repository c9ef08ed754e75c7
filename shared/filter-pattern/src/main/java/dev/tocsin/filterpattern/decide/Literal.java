package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.ValueSet;

/**
 * A statement that is not divided further.
 *
 * <p>INVARIANT: {@link #id} of a literal and of its negation differ in the last bit only.
 */
sealed interface Literal {

  int id();

  /** The value at a node is in a set; the negation has the complement. */
  record Field(int id, PathTree.Node node, ValueSet values) implements Literal {}

  /**
   * Some element of the container, other than those with nodes of their own, fulfils a condition;
   * negated: none does.
   */
  record Element(int id, PathTree.Node container, Condition element) implements Literal {}

  /** The text occurs somewhere outside the nodes; negated: it does not. */
  record Elsewhere(int id, String text) implements Literal {}

  /** Nothing is known about it. */
  record Opaque(int id, String feature) implements Literal {}

  /** The id of what says the opposite: 6 and 7 are of one pair, 6 the statement as it was found. */
  default int negationId() {
    return id() ^ 1;
  }

  default boolean positive() {
    return (id() & 1) == 0;
  }
}

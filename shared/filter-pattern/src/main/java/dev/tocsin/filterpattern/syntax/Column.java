package dev.tocsin.filterpattern.syntax;

import java.util.List;
import java.util.Optional;

/** One column of a space-delimited pattern. */
public sealed interface Column {

  /** {@code ...}: any number of columns, also none. */
  record Ellipsis() implements Column {}

  /**
   * Exactly one column.
   *
   * @param name as written, empty for an unnamed column
   * @param condition what its text must fulfil; empty if anything will do
   */
  record Named(String name, Optional<Condition> condition) implements Column {}

  /** What the text of one column must fulfil; the column's name is not repeated in it. */
  sealed interface Condition {

    /** {@code a && b && …}, at least two; there are no parentheses to put more into it. */
    record And(List<Comparison> parts) implements Condition {
      public And {
        parts = List.copyOf(parts);
      }
    }

    /** {@code a || b || …}, at least two. */
    record Or(List<Condition> parts) implements Condition {
      public Or {
        parts = List.copyOf(parts);
      }
    }

    /** {@code name operator value}. */
    record Comparison(Expression.Operator operator, Value value) implements Condition {}
  }
}

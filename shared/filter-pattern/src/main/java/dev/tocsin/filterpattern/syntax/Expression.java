package dev.tocsin.filterpattern.syntax;

import java.util.List;

/** The part of a JSON pattern between the braces. */
public sealed interface Expression {

  /** {@code a && b && …}, at least two. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a || b || …}, at least two. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** {@code selector operator value}. */
  record Comparison(Selector selector, Operator operator, Value value) implements Expression {}

  /** {@code selector NOT EXISTS}, {@code selector IS NULL} and their like. */
  record State(Selector selector, Kind kind) implements Expression {
    /** What the selector is tested for. */
    public enum Kind {
      NOT_EXISTS,
      IS_NULL,
      IS_TRUE,
      IS_FALSE
    }
  }

  /** The comparison operators. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as written in a pattern. */
    public String symbol() {
      return symbol;
    }
  }
}

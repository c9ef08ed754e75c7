package dev.tocsin.filterpattern.syntax;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The part of a JSON pattern between the braces. */
public sealed interface Expression {

  /** What this is, taken apart; a new kind of expression has to say what its users make of it. */
  <T> T fold(
      Function<? super And, ? extends T> and,
      Function<? super Or, ? extends T> or,
      Function<? super Leaf, ? extends T> leaf);

  /** The conditions on single fields, from left to right. */
  default Stream<Leaf> leaves() {
    return fold(
        and -> and.parts().stream().flatMap(Expression::leaves),
        or -> or.parts().stream().flatMap(Expression::leaves),
        Stream::of);
  }

  /** {@code a && b && …}, at least two. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public <T> T fold(
        Function<? super And, ? extends T> and,
        Function<? super Or, ? extends T> or,
        Function<? super Leaf, ? extends T> leaf) {
      return and.apply(this);
    }
  }

  /** {@code a || b || …}, at least two. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public <T> T fold(
        Function<? super And, ? extends T> and,
        Function<? super Or, ? extends T> or,
        Function<? super Leaf, ? extends T> leaf) {
      return or.apply(this);
    }
  }

  /** A condition on what one selector leads to. */
  sealed interface Leaf extends Expression {
    /** Where it looks. */
    Selector selector();

    @Override
    default <T> T fold(
        Function<? super And, ? extends T> and,
        Function<? super Or, ? extends T> or,
        Function<? super Leaf, ? extends T> leaf) {
      return leaf.apply(this);
    }
  }

  /** {@code selector operator value}. */
  record Comparison(Selector selector, Operator operator, Value value) implements Leaf {}

  /** {@code selector NOT EXISTS}, {@code selector IS NULL} and their like. */
  record State(Selector selector, Kind kind) implements Leaf {
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

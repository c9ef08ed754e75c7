package dev.tocsin.chain.alarm;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What a part of a metric math expression stands for, as the guide's tables tell them apart: a
 * scalar (S), a time series (TS) or an array of time series (TS[]).
 *
 * @param series the values of each series; one for a scalar
 */
record Operand(Kind kind, List<Values> series) {

  enum Kind {
    SCALAR,
    SERIES,
    ARRAY
  }

  static Operand scalar(Values value) {
    return new Operand(Kind.SCALAR, List.of(value));
  }

  static Operand series(Values values) {
    return new Operand(Kind.SERIES, List.of(values));
  }

  static Operand array(List<Values> series) {
    return new Operand(Kind.ARRAY, List.copyOf(series));
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  Values single() {
    return series.get(0);
  }

  /** The function of each data point; where there is none, there is none. */
  Operand map(UnaryOperator<Values> function) {
    return new Operand(kind, series.stream().map(function).toList());
  }

  /**
   * An arithmetic, comparison or logical operator between this and another part, of which at most
   * one is an array. A series that lacks a data point counts as 0; where all series lack it, the
   * guide does not say whether there is a 0 or nothing.
   */
  Operand combined(Operand other, BinaryOperator<Values> operator) {
    Kind result = kind.compareTo(other.kind) > 0 ? kind : other.kind;
    boolean first = is(Kind.ARRAY);
    Operand longer = first ? this : other;
    return new Operand(
        result,
        longer.series.stream()
            .map(
                one ->
                    first
                        ? combined(one, kind, other.single(), other.kind, operator)
                        : combined(single(), kind, one, other.kind, operator))
            .toList());
  }

  private static Values combined(
      Values left, Kind leftKind, Values right, Kind rightKind, BinaryOperator<Values> operator) {
    Values value = operator.apply(left.filledWith(0), right.filledWith(0));
    boolean anySeries = leftKind != Kind.SCALAR || rightKind != Kind.SCALAR;
    boolean nothing =
        anySeries
            && (leftKind == Kind.SCALAR || left.mayBeMissing())
            && (rightKind == Kind.SCALAR || right.mayBeMissing());
    return nothing ? value.orMissing() : value;
  }
}

package dev.tocsin.chain.language;

import java.util.List;

/** A metric math expression, read by {@link MetricMath}. */
public sealed interface MathExpression {

  /** A number as written. */
  record Constant(double value) implements MathExpression {}

  /** Another entry of the alarm, a metric or an expression, by its id. */
  record Entry(String id) implements MathExpression {}

  /** Minus the part. */
  record Negated(MathExpression part) implements MathExpression {}

  /** Two parts joined by an operator: {@code + - * / < <= > >= == != AND OR}. */
  record Operation(String operator, MathExpression left, MathExpression right)
      implements MathExpression {}

  /** An array of time series: {@code [m1, m2]}. */
  record Array(List<MathExpression> parts) implements MathExpression {
    public Array {
      parts = List.copyOf(parts);
    }
  }

  /** A function with its arguments. */
  record Call(String function, List<MathExpression> arguments) implements MathExpression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}

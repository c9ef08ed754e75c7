package dev.tocsin.chain.alarm;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Metric math on intervals; every result contains all values the exact one could take. */
final class Arithmetic {
  private Arithmetic() {}

  static Values add(Values a, Values b) {
    return corners(a, b, (x, y) -> x + y);
  }

  static Values subtract(Values a, Values b) {
    return corners(a, b, (x, y) -> x - y);
  }

  static Values multiply(Values a, Values b) {
    // 0 × ∞ stands for products of a zero with ever larger numbers, all of them 0.
    return corners(a, b, (x, y) -> x == 0 || y == 0 ? 0 : x * y);
  }

  /** The quotient; a data point that would be divided by zero is dropped. */
  static Values divide(Values a, Values b) {
    if (b.low() == 0 && b.high() == 0) {
      return Values.MISSING;
    }
    return b.low() <= 0 && b.high() >= 0
        ? Values.ANYTHING
        : corners(a, b, (x, y) -> x == 0 || Double.isInfinite(y) ? 0 : x / y);
  }

  /** 1 where the comparison holds for all values, 0 where for none, between where for some. */
  static Values compare(Values a, String operator, Values b) {
    if (!a.possible() || !b.possible()) {
      return Values.MISSING;
    }
    boolean always =
        switch (operator) {
          case ">" -> a.low() > b.high();
          case ">=" -> a.low() >= b.high();
          case "<" -> a.high() < b.low();
          case "<=" -> a.high() <= b.low();
          case "==" -> a.constant() && b.constant() && a.low() == b.low();
          default -> a.high() < b.low() || a.low() > b.high();
        };
    boolean never =
        switch (operator) {
          case ">" -> a.high() <= b.low();
          case ">=" -> a.high() < b.low();
          case "<" -> a.low() >= b.high();
          case "<=" -> a.low() > b.high();
          case "==" -> a.high() < b.low() || a.low() > b.high();
          default -> a.constant() && b.constant() && a.low() == b.low();
        };
    return new Values(always ? 1 : 0, never ? 0 : 1, a.mayBeMissing() || b.mayBeMissing());
  }

  /** The sum over series, where a missing data point adds nothing. */
  static Values sum(List<Values> series) {
    if (series.stream().noneMatch(Values::possible)) {
      return Values.MISSING;
    }
    Values total = Values.of(0);
    for (Values one : series) {
      total = add(total, one.filledWith(0));
    }
    return allMayBeMissing(series) ? total.orMissing() : total;
  }

  /** The average over series, where a missing data point counts as 0. */
  static Values average(List<Values> series) {
    Values total = Values.of(0);
    for (Values one : series) {
      total = add(total, one.filledWith(0));
    }
    Values average = divide(total, Values.of(series.size()));
    return allMayBeMissing(series) ? average.orMissing() : average;
  }

  /** The greatest over series; a missing data point may be passed over or count as 0. */
  static Values maximum(List<Values> series) {
    double high = series.stream().mapToDouble(one -> one.filledWith(0).high()).max().orElseThrow();
    double low =
        series.stream()
            .filter(one -> !one.mayBeMissing())
            .mapToDouble(Values::low)
            .max()
            .orElseGet(() -> least(series));
    return new Values(low, high, allMayBeMissing(series));
  }

  /** The least over series; a missing data point may be passed over or count as 0. */
  static Values minimum(List<Values> series) {
    double high =
        series.stream()
            .filter(one -> !one.mayBeMissing())
            .mapToDouble(Values::high)
            .min()
            .orElseGet(
                () ->
                    series.stream()
                        .mapToDouble(one -> one.filledWith(0).high())
                        .max()
                        .orElseThrow());
    return new Values(least(series), high, allMayBeMissing(series));
  }

  private static double least(List<Values> series) {
    return series.stream().mapToDouble(one -> one.filledWith(0).low()).min().orElseThrow();
  }

  private static boolean allMayBeMissing(List<Values> series) {
    return series.stream().allMatch(Values::mayBeMissing);
  }

  private static Values corners(Values a, Values b, DoubleBinaryOperator operator) {
    if (!a.possible() || !b.possible()) {
      return Values.MISSING;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double x : new double[] {a.low(), a.high()}) {
      for (double y : new double[] {b.low(), b.high()}) {
        double value = operator.applyAsDouble(x, y);
        low = Math.min(low, Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value);
        high = Math.max(high, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
      }
    }
    return new Values(low, high, a.mayBeMissing() || b.mayBeMissing());
  }
}

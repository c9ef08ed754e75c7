package dev.tocsin.chain.alarm;

/**
 * All values a data point can take, as an interval that contains them.
 *
 * @param low the least, possibly {@code -Infinity}
 * @param high the greatest, possibly {@code +Infinity}; below {@code low} iff there is never a data
 *     point
 * @param mayBeMissing whether there can be no data point at all
 */
record Values(double low, double high, boolean mayBeMissing) {
  static final Values MISSING =
      new Values(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, true);
  static final Values ANYTHING =
      new Values(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

  static Values of(double value) {
    return new Values(value, value, false);
  }

  static Values between(double low, double high) {
    return new Values(low, high, false);
  }

  /** True iff there can be a data point. */
  boolean possible() {
    return low <= high;
  }

  Values orMissing() {
    return new Values(low, high, true);
  }

  Values filledWith(double value) {
    return mayBeMissing ? new Values(Math.min(low, value), Math.max(high, value), false) : this;
  }

  Values hull(Values other) {
    return new Values(
        Math.min(low, other.low), Math.max(high, other.high), mayBeMissing || other.mayBeMissing);
  }

  boolean constant() {
    return low == high;
  }
}

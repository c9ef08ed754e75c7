package dev.tocsin.chain.alarm;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/** A fixed threshold with its comparison. */
record Threshold(Comparison comparison, double value) {

  /** The comparisons with a fixed threshold. */
  enum Comparison {
    AT_LEAST("GreaterThanOrEqualToThreshold", ">="),
    ABOVE("GreaterThanThreshold", ">"),
    BELOW("LessThanThreshold", "<"),
    AT_MOST("LessThanOrEqualToThreshold", "<=");

    private final String api;
    private final String sign;

    Comparison(String api, String sign) {
      this.api = api;
      this.sign = sign;
    }
  }

  /** Empty iff there is no threshold or the comparison is with a band. */
  static Optional<Threshold> of(String operator, Double threshold) {
    if (threshold == null || operator == null) {
      return Optional.empty();
    }
    for (Comparison comparison : Comparison.values()) {
      if (comparison.api.equals(operator)) {
        return Optional.of(new Threshold(comparison, threshold));
      }
    }
    return Optional.empty();
  }

  boolean alwaysBreachedBy(Values values) {
    return Arithmetic.compare(values, comparison.sign, Values.of(value)).low() == 1;
  }

  boolean neverBreachedBy(Values values) {
    return Arithmetic.compare(values, comparison.sign, Values.of(value)).high() == 0;
  }

  /** For example {@code >= 1}. */
  String words() {
    return comparison.sign
        + " "
        + new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(value);
  }
}

package dev.tocsin.filterpattern.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * {@code Double.toString} as specified since JDK 19: the shortest decimal that reads back as the
 * same {@code double}. Older JDKs give longer ones for some values ({@code 2e23} for one), and an
 * answer must not depend on where the engine runs.
 */
final class DoubleText {
  private static final int MOST_DIGITS = 17;

  private DoubleText() {}

  /** Precondition: finite. */
  static String of(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    String sign = value < 0 ? "-" : "";
    return sign + format(shortest(Math.abs(value)));
  }

  /** The shortest decimal of two digits or more that reads back as {@code value}. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 2; digits < MOST_DIGITS; digits++) {
      BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean takeBelow = below.doubleValue() == value;
      boolean takeAbove = above.doubleValue() == value;
      if (takeBelow && takeAbove) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      }
      if (takeBelow || takeAbove) {
        return takeBelow ? below : above;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Plain from 10^-3 to below 10^7, else with an exponent; always one digit behind the point. */
  private static String format(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (-3 <= exponent && exponent < 7) {
      return stripped.setScale(Math.max(stripped.scale(), 1)).toPlainString();
    }
    String digits = stripped.unscaledValue().toString();
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    return digits.charAt(0) + "." + fraction + "E" + exponent;
  }
}

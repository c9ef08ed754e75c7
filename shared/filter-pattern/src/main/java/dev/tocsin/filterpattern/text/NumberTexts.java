package dev.tocsin.filterpattern.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The texts of JSON numbers: the digits of an integer, or what {@code Double.toString} makes of
 * everything else.
 *
 * <p>The sets here may hold texts that no number has, such as {@code 3.00}; a text found in them is
 * good only if it is the text of {@link #read what it reads as}.
 */
public final class NumberTexts {

  /** Every text of a number. */
  public static final TextSet ALL = table(null, 0);

  private NumberTexts() {}

  /** The texts of the finite numbers below the bound. */
  public static TextSet lessThan(BigDecimal bound) {
    return table(bound, -1);
  }

  /** The texts of the finite numbers equal to the bound. */
  public static TextSet equalTo(BigDecimal bound) {
    return table(bound, 0);
  }

  /** The texts of the finite numbers above the bound. */
  public static TextSet greaterThan(BigDecimal bound) {
    return table(bound, 1);
  }

  private static TextSet table(BigDecimal bound, int sign) {
    return new TextSet.Language(
        Limits.table(new NumberAutomaton(Optional.ofNullable(bound), sign)), false);
  }

  /**
   * The number that a text of {@link #ALL} stands for, an integer iff its scale is 0; a number
   * beyond the doubles for {@code Infinity}.
   */
  public static Optional<BigDecimal> read(String text) {
    if (text.endsWith("Infinity")) {
      return Optional.of(new BigDecimal(text.startsWith("-") ? "-1e400" : "1e400"));
    }
    try {
      BigDecimal value = new BigDecimal(text);
      boolean integer = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
      return Optional.of(integer || value.scale() != 0 ? value : value.setScale(1));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

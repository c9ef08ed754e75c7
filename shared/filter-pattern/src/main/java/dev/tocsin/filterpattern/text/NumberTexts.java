package dev.tocsin.filterpattern.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The texts of JSON numbers: the digits of an integer, or what {@code Double.toString} makes of
 * everything else.
 *
 * <p>The sets here may hold texts that no number has, such as {@code 3.00}; a text found in them is
 * good only if it is the text of {@link #read what it reads as}.
 */
public final class NumberTexts {

  /** Every text of a number. */
  public static final TextSet ALL = table(Optional.empty(), sign -> true);

  private NumberTexts() {}

  /**
   * The texts of the finite numbers that compare with the bound as wanted.
   *
   * @param wanted takes a sign as of {@code compareTo}
   */
  public static TextSet compared(BigDecimal bound, IntPredicate wanted) {
    return table(Optional.of(bound), wanted);
  }

  private static TextSet table(Optional<BigDecimal> bound, IntPredicate wanted) {
    return new TextSet.Language(Limits.table(new NumberAutomaton(bound, wanted)), false);
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

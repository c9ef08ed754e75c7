package dev.tocsin.filterpattern.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The texts of JSON numbers: the digits of an integer, or what {@code Double.toString} makes of
 * everything else.
 *
 * <p>The sets here may hold texts that no number has, for instance with more digits than a double
 * keeps; a text found in them is good only if the number it reads as has that text.
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
}

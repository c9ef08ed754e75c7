package dev.tocsin.filterpattern.syntax;

import java.math.BigDecimal;

/** The right side of a comparison. */
public sealed interface Value {

  /**
   * An unquoted number; AWS compares it by value with numbers and as written with strings.
   *
   * @param written the literal as it stands in the pattern
   */
  record Numeral(String written, BigDecimal number) implements Value {}

  /**
   * A quoted or bare word; {@code *} in it stands for any text.
   *
   * @param text the text with escapes resolved
   * @param quoted whether it stood in double quotes
   */
  record Text(String text, boolean quoted) implements Value {}

  /** {@code %regex%}, searched for in the value. */
  record Regex(String regex) implements Value {}
}

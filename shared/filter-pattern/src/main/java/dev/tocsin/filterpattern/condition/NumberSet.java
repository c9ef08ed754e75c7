package dev.tocsin.filterpattern.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.reading.JsonNumber;
import dev.tocsin.filterpattern.text.TextSet;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A set of JSON numbers. AWS sees a number in two ways, as a value and as a text: {@code 1.0} and
 * {@code 1} have one value and two texts. The text determines the value.
 */
public sealed interface NumberSet {

  /** Every number. */
  NumberSet ALL = new Spelled(TextSet.ALL);

  /** No number. */
  NumberSet NONE = new Spelled(TextSet.NONE);

  /** How a number is compared with a bound. */
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** Whether {@code sign}, as of {@code compareTo}, fulfils this comparison. */
    public boolean holds(int sign) {
      return switch (this) {
        case EQUAL -> sign == 0;
        case UNEQUAL -> sign != 0;
        case LESS -> sign < 0;
        case LESS_OR_EQUAL -> sign <= 0;
        case GREATER -> sign > 0;
        case GREATER_OR_EQUAL -> sign >= 0;
      };
    }
  }

  /** Whether the number is in the set. */
  boolean contains(JsonNode number);

  /** The numbers that are not in the set. */
  NumberSet complement();

  /**
   * The finite numbers that compare so with the bound, by value.
   *
   * @param except turns it into every other number, those beyond the range of a double included
   */
  record Compared(Comparison comparison, BigDecimal bound, boolean except) implements NumberSet {

    @Override
    public boolean contains(JsonNode number) {
      Optional<BigDecimal> value = JsonNumber.of(number).value();
      return (value.isPresent() && comparison.holds(value.get().compareTo(bound))) != except;
    }

    @Override
    public NumberSet complement() {
      return new Compared(comparison, bound, !except);
    }
  }

  /** The numbers whose text is in a set. */
  record Spelled(TextSet texts) implements NumberSet {

    @Override
    public boolean contains(JsonNode number) {
      return texts.contains(JsonNumber.of(number).text());
    }

    @Override
    public NumberSet complement() {
      return new Spelled(texts.complement());
    }
  }
}

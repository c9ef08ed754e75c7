package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.reading.JsonNumber;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Value;
import java.math.BigDecimal;

/** One comparison with one value of an event. */
final class ValueMatcher {
  private final WildcardReading reading;

  ValueMatcher(WildcardReading reading) {
    this.reading = reading;
  }

  /** Whether {@code node operator value}; false for {@code !=} too on all but texts and numbers. */
  boolean holds(Operator operator, Value value, JsonNode node) {
    if (node.isNumber()) {
      JsonNumber number = JsonNumber.of(node);
      return value instanceof Value.Numeral numeral
          ? compares(operator, number, numeral.number())
          : holds(operator, textEquals(value, number.text()));
    }
    return node.isTextual() && holds(operator, textEquals(value, node.textValue()));
  }

  /** Whether {@code number operator literal}; a number out of range fulfils nothing. */
  static boolean compares(Operator operator, JsonNumber number, BigDecimal literal) {
    if (number.value().isEmpty()) {
      return false;
    }
    int order = number.value().get().compareTo(literal);
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  /** Texts have no order: only {@code =} and {@code !=} can hold. */
  static boolean holds(Operator operator, boolean equal) {
    return operator == Operator.EQUAL ? equal : operator == Operator.NOT_EQUAL && !equal;
  }

  /** Whether a text is the value: in whole for a word, in part for a regular expression. */
  boolean textEquals(Value value, String text) {
    if (value instanceof Value.Regex regex) {
      return new RegexMatcher(regex.syntax()).find(text);
    }
    if (value instanceof Value.Numeral numeral) {
      return numeral.written().equals(text);
    }
    return reading.matches(((Value.Text) value).pieces(), text);
  }
}

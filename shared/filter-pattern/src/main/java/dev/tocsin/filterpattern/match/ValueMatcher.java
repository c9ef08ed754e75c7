package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.reading.JsonNumber;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** Comparisons with one value of a pattern, made ready once. Immutable. */
final class ValueMatcher {
  private final Value value;
  private final Predicate<String> texts;

  ValueMatcher(Value value, WildcardReading reading) {
    this.value = value;
    this.texts = texts(value, reading);
  }

  private static Predicate<String> texts(Value value, WildcardReading reading) {
    if (value instanceof Value.Regex regex) {
      return new RegexMatcher(regex.syntax())::find;
    }
    if (value instanceof Value.Numeral numeral) {
      return numeral.written()::equals;
    }
    List<String> pieces = ((Value.Text) value).pieces();
    return pieces.size() == 1 ? pieces.get(0)::equals : text -> reading.matches(pieces, text);
  }

  /** Whether {@code node operator value}; false for {@code !=} too on all but texts and numbers. */
  boolean holds(Operator operator, JsonNode node) {
    if (node.isNumber()) {
      JsonNumber number = JsonNumber.of(node);
      return value instanceof Value.Numeral numeral
          ? compares(operator, number, numeral.number())
          : holds(operator, textEquals(number.text()));
    }
    return node.isTextual() && holds(operator, textEquals(node.textValue()));
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
  boolean textEquals(String text) {
    return texts.test(text);
  }
}

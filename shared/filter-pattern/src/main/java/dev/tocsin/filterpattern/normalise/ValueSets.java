package dev.tocsin.filterpattern.normalise;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.NumberSet;
import dev.tocsin.filterpattern.condition.NumberSet.Comparison;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Value;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.List;
import java.util.function.Function;

/** The JSON values that fulfil a comparison. */
final class ValueSets {

  private ValueSets() {}

  /**
   * The condition that {@code test} makes of the values that compare so with the pattern's value:
   * one for each reading of {@code *}, or opaque if the values cannot be described.
   *
   * @param subject what is compared and how, since two fields make two opaque questions
   */
  static Condition condition(
      Operator operator, Value value, String subject, Function<ValueSet, Condition> test) {
    if (value instanceof Value.Numeral numeral) {
      return test.apply(numeral(operator, numeral));
    }
    if (value instanceof Value.Regex regex) {
      return TextSet.finding(regex.syntax())
          .map(set -> test.apply(ValueSet.spelled(set)))
          .orElseGet(
              () ->
                  new Condition.Opaque(
                      "the large regular expression `" + subject + "%" + regex.written() + "%`"));
    }
    Value.Text text = (Value.Text) value;
    if (text.hasUncertainEscape()) {
      return new Condition.Opaque("the escape in `" + subject + "\"" + text.written() + "\"`");
    }
    List<String> pieces = text.pieces();
    Condition leftmost = test.apply(spelled(pieces, WildcardReading.LEFTMOST));
    // The readings agree where nothing, or nothing but more text, follows the last star.
    boolean agree = pieces.size() == 1 || pieces.get(pieces.size() - 1).isEmpty();
    return agree
        ? leftmost
        : new Condition.ByReading(leftmost, test.apply(spelled(pieces, WildcardReading.GLOB)));
  }

  /**
   * Numbers and strings other than these: what {@code !=} asks for on a selector. A number beyond
   * the doubles is neither equal nor unequal to any numeral.
   */
  static ValueSet unequal(ValueSet equal) {
    NumberSet numbers =
        equal.numbers() instanceof NumberSet.Compared compared
            ? new NumberSet.Compared(Comparison.UNEQUAL, compared.bound(), false)
            : equal.numbers().complement();
    return ValueSet.of(numbers, equal.strings().complement());
  }

  private static ValueSet spelled(List<String> pieces, WildcardReading reading) {
    return ValueSet.spelled(TextSet.wildcard(pieces, reading));
  }

  private static ValueSet numeral(Operator operator, Value.Numeral numeral) {
    Comparison comparison =
        switch (operator) {
          case LESS -> Comparison.LESS;
          case LESS_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
          case GREATER -> Comparison.GREATER;
          case GREATER_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
          case EQUAL, NOT_EQUAL -> Comparison.EQUAL;
        };
    TextSet strings =
        comparison == Comparison.EQUAL ? TextSet.word(numeral.written()) : TextSet.NONE;
    return ValueSet.of(new NumberSet.Compared(comparison, numeral.number(), false), strings);
  }
}

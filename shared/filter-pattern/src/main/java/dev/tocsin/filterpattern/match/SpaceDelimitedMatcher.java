package dev.tocsin.filterpattern.match;

import dev.tocsin.filterpattern.match.Tokens.Token;
import dev.tocsin.filterpattern.reading.JsonNumber;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Column;
import dev.tocsin.filterpattern.syntax.Column.Condition;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.List;

/** A space-delimited pattern on the raw text of one event. */
final class SpaceDelimitedMatcher {
  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private final WildcardReading reading;

  SpaceDelimitedMatcher(WildcardReading reading) {
    this.reading = reading;
  }

  /** Whether every column finds a token that fulfils its condition. */
  boolean matches(Pattern.SpaceDelimited pattern, String message) {
    List<Column> columns = pattern.columns();
    List<Token> tokens = Tokens.of(message);
    int ellipsis = columns.indexOf(new Column.Ellipsis());
    int named = columns.size() - (ellipsis < 0 ? 0 : 1);
    if (tokens.size() < named) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof Column.Named column && column.condition().isPresent()) {
        boolean takesRest = ellipsis < 0 && i == columns.size() - 1;
        int index = ellipsis >= 0 && i > ellipsis ? tokens.size() - columns.size() + i : i;
        String text =
            takesRest && tokens.size() > columns.size()
                ? message.substring(tokens.get(index).start())
                : tokens.get(index).text();
        if (!holds(column.condition().get(), text)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean holds(Condition condition, String text) {
    if (condition instanceof Condition.And and) {
      return and.parts().stream().allMatch(part -> holds(part, text));
    }
    if (condition instanceof Condition.Or or) {
      return or.parts().stream().anyMatch(part -> holds(part, text));
    }
    Condition.Comparison comparison = (Condition.Comparison) condition;
    if (comparison.value() instanceof Value.Numeral numeral && NUMBER.matcher(text).matches()) {
      return ValueMatcher.compares(comparison.operator(), JsonNumber.of(text), numeral.number());
    }
    ValueMatcher value = new ValueMatcher(comparison.value(), reading);
    return ValueMatcher.holds(comparison.operator(), value.textEquals(text));
  }
}

package dev.tocsin.backtest.sql;

import dev.tocsin.filterpattern.syntax.Value;
import java.util.List;

/** Whether a text is a value, as the matcher has it: stars leftmost first, without going back. */
final class TextComparison {

  private TextComparison() {}

  /** True, false, or NULL iff the text is NULL. */
  static String equal(String text, Value value) {
    if (value instanceof Value.Numeral numeral) {
      return text + " = " + Literal.of(numeral.written());
    }
    if (value instanceof Value.Regex regex) {
      return "regexp_like(" + text + ", " + Literal.of(RegexText.of(regex.syntax())) + ")";
    }
    return equal(text, ((Value.Text) value).pieces());
  }

  private static String equal(String text, List<String> pieces) {
    String first = pieces.get(0);
    String last = pieces.get(pieces.size() - 1);
    if (pieces.size() == 1) {
      return text + " = " + Literal.of(first);
    }
    if (last.isEmpty() && pieces.stream().skip(1).allMatch(String::isEmpty)) {
      return first.isEmpty()
          ? text + " = " + text // True of every text, NULL of NULL.
          : "starts_with(" + text + ", " + Literal.of(first) + ")";
    }
    if (pieces.size() == 3 && first.isEmpty() && last.isEmpty()) {
      return "strpos(" + text + ", " + Literal.of(pieces.get(1)) + ") > 0";
    }
    // Each piece where it occurs first: a group that is not entered again.
    StringBuilder regex = new StringBuilder("(?s)\\A").append(RegexText.quoted(first));
    for (int i = 1; i < pieces.size(); i++) {
      boolean rest = pieces.get(i).isEmpty();
      if (rest && i == pieces.size() - 1) {
        return "regexp_like(" + text + ", " + Literal.of(regex.toString()) + ")";
      }
      if (!rest) {
        regex.append("(?>.*?").append(RegexText.quoted(pieces.get(i))).append(")");
      }
    }
    return "regexp_like(" + text + ", " + Literal.of(regex.append("\\z").toString()) + ")";
  }
}

package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the right side of a comparison and counts the regular expressions of the pattern. */
final class ValueParser {
  private static final Pattern NUMERAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern CURLY = Pattern.compile("[“”„«»‘’]");
  private static final int MAX_REGEXES = 2;

  private final Cursor cursor;
  private int regexes;

  ValueParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Precondition: blanks are skipped. Stops right behind the value. */
  Value parse(Operator operator) throws Refusal {
    int start = cursor.offset();
    Value value = value();
    boolean ordering = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    if (ordering && !(value instanceof Value.Numeral)) {
      boolean quotedNumber =
          value instanceof Value.Text text && NUMERAL.matcher(text.text()).matches();
      throw cursor.refuseAt(
          start,
          Expected.NUMBER,
          quotedNumber ? Fix.UNQUOTE.formatted(((Value.Text) value).text()) : Fix.ORDER);
    }
    return value;
  }

  private Value value() throws Refusal {
    int start = cursor.offset();
    if (cursor.looksAt("\"")) {
      return new Value.Text(quoted(cursor), true);
    }
    if (cursor.looksAt("%")) {
      if (++regexes > MAX_REGEXES) {
        throw cursor.refuse(Expected.TWO_REGEXES, Fix.TWO_REGEXES);
      }
      return new RegexParser(cursor).parse();
    }
    String word = cursor.takeWhile(c -> Cursor.isWordCharacter(c) || ".*+".indexOf(c) >= 0);
    if (word.isEmpty()) {
      throw notAValue();
    }
    if (!cursor.atEnd() && " \t\r\n)}]&|,($".indexOf(cursor.peek()) < 0) {
      String rest = cursor.takeWhile(c -> " \t\r\n)}&|".indexOf(c) < 0);
      boolean stray = rest.matches("[;,]");
      throw cursor.refuseAt(
          start + word.length(),
          Expected.VALUE_CHARACTER,
          stray ? Fix.REMOVE.formatted(rest) : Fix.QUOTE.formatted(word + rest));
    }
    if (NUMERAL.matcher(word).matches()) {
      return numeral(start, word);
    }
    if (word.indexOf('+') >= 0) {
      int plus = start + word.indexOf('+');
      throw cursor.refuseAt(plus, Expected.VALUE_CHARACTER, Fix.QUOTE.formatted(word));
    }
    if (word.toLowerCase(Locale.ROOT).equals("null")) {
      throw cursor.refuseAt(start, Expected.VALUE, Fix.NULL);
    }
    return new Value.Text(word, false);
  }

  private Value numeral(int start, String word) throws Refusal {
    try {
      // JDKs do not agree on which exponents BigDecimal takes; AWS refuses those beyond an int.
      int exponent = Math.max(word.indexOf('e'), word.indexOf('E'));
      if (exponent >= 0) {
        Integer.parseInt(word.substring(exponent + 1));
      }
      return new Value.Numeral(word, new BigDecimal(word));
    } catch (NumberFormatException e) {
      throw cursor.refuseAt(start, Expected.EXPONENT, Fix.EXPONENT);
    }
  }

  /** What stands between double quotes, as written; moves behind the closing one. */
  static String quoted(Cursor cursor) throws Refusal {
    int start = cursor.offset();
    cursor.take("\"");
    while (!cursor.looksAt("\"")) {
      cursor.take("\\");
      if (cursor.atEnd()) {
        boolean curly = CURLY.matcher(cursor.text().substring(start)).find();
        throw cursor.refuse(
            Expected.QUOTE, curly ? Fix.PLAIN_QUOTES : Fix.CLOSE_QUOTE.formatted(start));
      }
      cursor.moveTo(cursor.offset() + 1);
    }
    String written = cursor.text().substring(start + 1, cursor.offset());
    cursor.take("\"");
    return written;
  }

  private Refusal notAValue() {
    int start = cursor.offset();
    if (cursor.take("'")) {
      String text = cursor.takeUntil('\'');
      return cursor.refuseAt(start, Expected.VALUE, Fix.DOUBLE_QUOTES.formatted(text));
    }
    if (CURLY.matcher(Character.toString(cursor.peek())).matches()) {
      return cursor.refuse(Expected.VALUE, Fix.PLAIN_QUOTES);
    }
    if (cursor.looksAt("$")) {
      return cursor.refuse(Expected.VALUE, Fix.SELECTOR_VALUE);
    }
    String rest = cursor.takeWhile(c -> " \t\r\n)}]&|,(=<>!~\0".indexOf(c) < 0);
    return cursor.refuseAt(
        start, Expected.VALUE, rest.isEmpty() ? Fix.VALUE : Fix.QUOTE.formatted(rest));
  }
}

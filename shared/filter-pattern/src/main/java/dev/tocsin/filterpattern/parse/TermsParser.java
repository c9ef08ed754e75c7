package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code A -B ?C "a phrase"}. As in AWS, {@code -} and {@code ?} begin a new term even inside
 * a word: {@code a-b} is {@code a -b}.
 */
final class TermsParser {
  private final Cursor cursor;

  TermsParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads to the end of the text. Precondition: something but blanks is left. */
  Pattern parse() throws Refusal {
    List<String> all = new ArrayList<>();
    List<String> anyOf = new ArrayList<>();
    List<String> none = new ArrayList<>();
    for (cursor.skipBlanks(); !cursor.atEnd(); cursor.skipBlanks()) {
      if (cursor.take("-")) {
        none.add(term("-"));
      } else if (cursor.take("?")) {
        anyOf.add(term("?"));
      } else {
        all.add(term(""));
      }
    }
    return new Pattern.Terms(all, anyOf, none);
  }

  private String term(String prefix) throws Refusal {
    int start = cursor.offset();
    if (cursor.looksAt("\"")) {
      String text = new Value.Text(ValueParser.quoted(cursor), true).text();
      if (text.isEmpty()) {
        throw cursor.refuseAt(start, Expected.TERM, Fix.EMPTY_TERM);
      }
      if (!cursor.atEnd() && !Cursor.isBlank(cursor.peek())) {
        throw cursor.refuse(Expected.BLANK, Fix.TERM_BLANK);
      }
      return text;
    }
    String word = cursor.takeWhile(TermsParser::isTermCharacter);
    if (!cursor.atEnd() && !Cursor.isBlank(cursor.peek()) && "-?".indexOf(cursor.peek()) < 0) {
      int wrong = cursor.offset();
      String rest = cursor.takeWhile(c -> !Cursor.isBlank(c) && c != '"');
      throw cursor.refuseAt(
          wrong, Expected.TERM_CHARACTER, Fix.TERM_CHARACTER.formatted(word + rest));
    }
    if (word.isEmpty()) {
      throw cursor.refuse(Expected.TERM, Fix.TERM.formatted(prefix));
    }
    return word;
  }

  /** Whether a term that holds the character needs no quotes. */
  private static boolean isTermCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }
}

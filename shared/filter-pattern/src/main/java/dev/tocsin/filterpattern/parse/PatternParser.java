package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.syntax.Pattern;

/** Reads all five kinds of filter pattern; the first character tells which one it is. */
public final class PatternParser {
  private static final int MAX_LENGTH = 1024;

  private PatternParser() {}

  /**
   * Reads the text as CloudWatch Logs does. Takes time linear in its length, and never throws: what
   * is no pattern comes back as a {@link dev.tocsin.filterpattern.ParseProblem}.
   */
  public static Parsed parse(String text) {
    return parse(text, 0);
  }

  /** As {@link #parse(String)}, for a text of which so many kinds of damage have been mended. */
  static Parsed parse(String text, int mended) {
    try {
      return new FilterPattern(text, read(new Cursor(text)));
    } catch (Refusal refusal) {
      boolean tooLong = text.length() > MAX_LENGTH;
      return tooLong ? refusal.problem() : Mends.better(refusal.problem(), mended);
    }
  }

  private static Pattern read(Cursor cursor) throws Refusal {
    if (cursor.text().length() > MAX_LENGTH) {
      throw cursor.refuseAt(MAX_LENGTH, Expected.LENGTH, Fix.LENGTH);
    }
    cursor.skipBlanks();
    if (cursor.atEnd()) {
      return new Pattern.Blank();
    }
    Pattern pattern = kind(cursor);
    cursor.skipBlanks();
    if (!cursor.atEnd()) {
      throw cursor.refuse(Expected.END, Fix.END);
    }
    return pattern;
  }

  private static Pattern kind(Cursor cursor) throws Refusal {
    return switch (cursor.peek()) {
      case '{' -> new JsonPatternParser(cursor).parse();
      case '[' -> new SpaceDelimitedParser(cursor).parse();
      case '%' -> new Pattern.StandaloneRegex(new RegexParser(cursor).parse());
      default -> new TermsParser(cursor).parse();
    };
  }
}

package dev.tocsin.filterpattern.parse;

import dev.tocsin.filterpattern.syntax.Pattern;

/** Reads all five kinds of filter pattern; the first character tells which one it is. */
public final class PatternParser {

  /** Characters that a pattern may have, by the documentation of {@code PutMetricFilter}. */
  public static final int MAX_LENGTH = 1024;

  private PatternParser() {}

  /**
   * Reads the text as CloudWatch Logs does. Takes time linear in its length.
   *
   * @throws Refusal with the problem, iff it is no pattern
   */
  public static Pattern parse(String text) throws Refusal {
    return parse(text, 0);
  }

  /** As {@link #parse(String)}, for a text of which so many kinds of damage have been mended. */
  static Pattern parse(String text, int mended) throws Refusal {
    try {
      return read(new Cursor(text));
    } catch (Refusal refusal) {
      throw text.length() > MAX_LENGTH
          ? refusal
          : new Refusal(Mends.better(refusal.problem(), mended));
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

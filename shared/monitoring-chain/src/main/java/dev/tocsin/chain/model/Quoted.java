package dev.tocsin.chain.model;

/** A piece of a file in a message: in backticks, on one line, of a bearable length. */
final class Quoted {
  private static final int LONGEST = 80;
  private static final String UNPRINTABLE = "[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]";

  private Quoted() {}

  static String of(String text) {
    return "`" + plain(text) + "`";
  }

  /** The same without backticks. */
  static String plain(String text) {
    String line = text.replaceAll(UNPRINTABLE, "\uFFFD");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}

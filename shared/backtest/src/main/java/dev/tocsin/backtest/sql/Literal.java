package dev.tocsin.backtest.sql;

/** Texts as SQL's literals. */
final class Literal {

  private Literal() {}

  /** A text between apostrophes. */
  static String of(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

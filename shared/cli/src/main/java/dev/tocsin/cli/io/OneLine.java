package dev.tocsin.cli.io;

import dev.tocsin.chain.verdict.Visible;

/** Messages on one line. */
public final class OneLine {

  private OneLine() {}

  /**
   * The text, or {@code null} in words, with a blank for every line break and an escape for what
   * else moves a cursor.
   */
  public static String of(String text) {
    return Visible.of(String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " "));
  }
}

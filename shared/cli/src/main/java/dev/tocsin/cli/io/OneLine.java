package dev.tocsin.cli.io;

/** Messages on one line. */
public final class OneLine {

  private OneLine() {}

  /** The text, or {@code null} in words, with a blank for every line break. */
  public static String of(String text) {
    return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}

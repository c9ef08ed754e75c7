package dev.tocsin.aws;

/** What a failure says, in one line of a bearable length. */
final class OneLine {
  private static final int LONGEST = 300;

  private OneLine() {}

  /** Of an unreadable answer the SDK's parsers say where in the SDK they are: that is left out. */
  static String of(Exception failure) {
    return of(String.valueOf(failure.getMessage()));
  }

  static String of(String text) {
    String line =
        text.strip()
            .replaceAll("\\s*\\R\\s*", " ")
            .replaceAll("\\b(?:[a-z]\\w*\\.){3,}([A-Z]\\w*)", "$1");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}

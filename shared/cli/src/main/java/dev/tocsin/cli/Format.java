package dev.tocsin.cli;

import java.util.Locale;

/** How a result is printed. */
enum Format {
  /** For people. */
  TABLE,
  /** For programs: one JSON document, or one a line. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

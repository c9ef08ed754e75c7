package dev.tocsin.cli.io;

import java.util.Locale;

/** How a result is printed. */
public enum Format {
  /** For people. */
  TABLE,
  /** For programs: one JSON document, or one a line. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.tocsin.report.table;

import dev.tocsin.chain.verdict.ComplianceType;
import java.util.Optional;

/**
 * How a table is printed.
 *
 * @param width columns that fit on a line
 * @param colour whether the reader takes ANSI colours
 * @param verbose whether the whole chain of every control is shown and nothing is shortened
 * @param only the outcome to show; empty iff all are shown
 */
public record TableStyle(
    int width, boolean colour, boolean verbose, Optional<ComplianceType> only) {

  /** The narrowest width that is laid out for; a narrower terminal folds lines itself. */
  private static final int NARROWEST = 40;

  /** For a file or a program. */
  public static final TableStyle PLAIN = new TableStyle(80, false, false, Optional.empty());

  public TableStyle {
    width = Math.max(width, NARROWEST);
  }

  /** The text, in the colour of an outcome. */
  String painted(ComplianceType type, String text) {
    return switch (type) {
      case COMPLIANT -> paint("32", text);
      case NON_COMPLIANT -> paint("31", text);
      case NOT_APPLICABLE -> faint(text);
    };
  }

  /** The text, for what need not be read. */
  String faint(String text) {
    return paint("2", text);
  }

  /** The text, for headings. */
  String strong(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

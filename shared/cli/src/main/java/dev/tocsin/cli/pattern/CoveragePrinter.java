package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.cli.io.Style;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.pattern.CoverageAnswer.Outcome;
import java.util.List;

/** Prints coverage answers and remembers what they make of the exit code. */
final class CoveragePrinter {

  /** An answer with the line of JSON that says it. */
  record Line(CoverageAnswer answer, ObjectNode json) {}

  private final Terminal terminal;
  private final Style style;
  private int exitCode = ExitCode.GOOD;

  CoveragePrinter(Terminal terminal) {
    this.terminal = terminal;
    this.style = new Style(terminal.colour());
  }

  /** The worst of what was printed. */
  int exitCode() {
    return exitCode;
  }

  /** One answer as one line of JSON. */
  void line(Line line) {
    terminal.out().println(Json.line(line.json()));
    count(line.answer());
  }

  /** A line of a file that has no answer. */
  void refusal(JsonLines.Refusal refusal) {
    terminal.out().println(Json.line(refusal.json()));
    exitCode = Math.max(exitCode, ExitCode.BAD_INPUT);
  }

  /**
   * One answer for people, the long record last.
   *
   * @param explanation what else to say, in lines
   */
  void text(String subject, CoverageAnswer answer, List<String> explanation) {
    String outcome = answer.outcome().name();
    boolean covered = answer.outcome() == Outcome.COVERED;
    terminal.out().print((covered ? style.good(outcome) : style.bad(outcome)) + "  " + subject);
    terminal.out().println(answer.reason().isEmpty() ? "" : ": " + Visible.of(answer.reason()));
    list("given the facts", answer.facts());
    list("assuming", answer.assumptions());
    explanation.forEach(line -> terminal.out().println(Visible.of(line)));
    answer
        .missedEvent()
        .ifPresent(event -> list("this event is not seen", Json.pretty(event).lines().toList()));
    count(answer);
  }

  private void list(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      terminal.out().println(heading);
      lines.forEach(line -> terminal.out().println("  " + Visible.of(line)));
    }
  }

  private void count(CoverageAnswer answer) {
    int code =
        switch (answer.outcome()) {
          case COVERED -> ExitCode.GOOD;
          case MISSED, UNDECIDED, INVALID -> ExitCode.NOT_GOOD;
          case DEFECT -> ExitCode.COULD_NOT_EVALUATE;
        };
    if (answer.outcome() == Outcome.DEFECT) {
      terminal.err().println("tocsin: " + Visible.of(answer.reason()));
    }
    exitCode = Math.max(exitCode, code);
  }
}

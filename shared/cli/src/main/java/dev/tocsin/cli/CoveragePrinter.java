package dev.tocsin.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.CoverageAnswer.Outcome;
import java.util.List;

/** Prints coverage answers and remembers what they make of the exit code. */
final class CoveragePrinter {

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
  void line(ObjectNode answer) {
    terminal.out().println(answer);
    count(Outcome.valueOf(answer.path("outcome").asText()), answer.path("reason").asText());
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
    terminal.out().println(answer.reason().isEmpty() ? "" : ": " + answer.reason());
    list("given the facts", answer.facts());
    list("assuming", answer.assumptions());
    explanation.forEach(terminal.out()::println);
    if (answer.missedEvent() != null) {
      list("this event is not seen", Json.pretty(answer.missedEvent()).lines().toList());
    }
    count(answer.outcome(), answer.reason());
  }

  private void list(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      terminal.out().println(heading);
      lines.forEach(line -> terminal.out().println("  " + line));
    }
  }

  private void count(Outcome outcome, String reason) {
    if (Failures.isDefect(reason)) {
      terminal.err().println("tocsin: " + reason);
      exitCode = ExitCode.COULD_NOT_EVALUATE;
    } else if (outcome != Outcome.COVERED) {
      exitCode = Math.max(exitCode, ExitCode.NOT_GOOD);
    }
  }
}

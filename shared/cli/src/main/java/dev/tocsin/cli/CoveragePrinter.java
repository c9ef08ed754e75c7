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

  /** One answer for people. */
  void text(String subject, CoverageAnswer answer) {
    switch (answer.outcome()) {
      case COVERED -> {
        terminal.out().println(style.good("COVERED") + "  " + subject);
        list("given the facts", answer.facts());
        list("assuming", answer.assumptions());
      }
      case MISSED -> {
        terminal.out().println(style.bad("MISSED") + "  " + subject);
        terminal.out().println("This event is not seen:");
        terminal.out().println(Json.pretty(answer.missedEvent()).indent(2).stripTrailing());
        list("because", answer.because());
      }
      default ->
          terminal
              .out()
              .println(
                  style.bad(answer.outcome().name()) + "  " + subject + ": " + answer.reason());
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

package dev.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Prints which events matched. */
final class MatchPrinter {

  private final Terminal terminal;
  private final Format format;
  private final Style style;
  private int exitCode = ExitCode.GOOD;

  MatchPrinter(Terminal terminal, Format format) {
    this.terminal = terminal;
    this.format = format;
    this.style = new Style(terminal.colour());
  }

  int exitCode() {
    return exitCode;
  }

  void line(ObjectNode answer) {
    JsonNode match = answer.path("match");
    if (match.isNull()) {
      exitCode = ExitCode.NOT_GOOD;
    }
    terminal.out().println(format == Format.JSON ? answer.toString() : text(answer, match));
  }

  private String text(ObjectNode answer, JsonNode match) {
    String id = "  " + answer.path("id").asText();
    if (match.isNull()) {
      return style.bad("refused") + id + ": " + answer.path("reason").asText();
    }
    return (match.booleanValue() ? style.good("match  ") : style.faint("no     ")) + id;
  }
}

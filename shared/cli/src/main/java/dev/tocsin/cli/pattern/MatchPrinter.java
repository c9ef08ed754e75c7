package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.JsonLines;
import dev.tocsin.cli.io.Style;
import dev.tocsin.cli.io.Terminal;
import java.util.Optional;

/** Prints which events matched. */
final class MatchPrinter {

  /**
   * Whether an event matched.
   *
   * @param id the event's or the line's
   * @param match empty iff AWS refuses the pattern
   * @param reason why it is refused; empty where it is not
   */
  record Answer(JsonNode id, Optional<Boolean> match, Optional<String> reason) {

    ObjectNode json() {
      ObjectNode json = Json.object();
      json.set("id", id);
      return json.put("match", match.orElse(null)).put("reason", reason.orElse(null));
    }
  }

  private final Terminal terminal;
  private final Format format;
  private final Style style;
  private int exitCode = ExitCode.GOOD;
  private boolean printed;

  MatchPrinter(Terminal terminal, Format format) {
    this.terminal = terminal;
    this.format = format;
    this.style = new Style(terminal.colour());
  }

  /** The worst of what was printed. */
  int exitCode() {
    return exitCode;
  }

  /** Whether there was anything to answer or refuse. */
  boolean printed() {
    return printed;
  }

  void line(Answer answer) {
    printed = true;
    if (answer.match().isEmpty()) {
      exitCode = Math.max(exitCode, ExitCode.NOT_GOOD);
    }
    terminal.out().println(format == Format.JSON ? Json.line(answer.json()) : text(answer));
  }

  /** A line of the file that has no answer. */
  void refusal(JsonLines.Refusal refusal) {
    printed = true;
    exitCode = Math.max(exitCode, ExitCode.BAD_INPUT);
    terminal
        .out()
        .println(
            format == Format.JSON
                ? Json.line(refusal.json())
                : style.bad("error  ")
                    + "  "
                    + Visible.of(refusal.id().asText() + ": " + refusal.error()));
  }

  private String text(Answer answer) {
    String id = "  " + Visible.of(answer.id().asText());
    return answer
        .match()
        .map(match -> (match ? style.good("match  ") : style.faint("no     ")) + id)
        .orElseGet(() -> style.bad("refused") + id + ": " + Visible.of(answer.reason().orElse("")));
  }
}

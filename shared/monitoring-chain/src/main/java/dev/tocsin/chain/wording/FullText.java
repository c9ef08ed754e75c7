package dev.tocsin.chain.wording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict in full, for a log or a terminal. */
public final class FullText {
  private FullText() {}

  /**
   * Lines without a final line break: control and outcome, the findings in the order of repair, the
   * links that hold, the missed event, the notes.
   */
  public static String of(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict.control() + ": " + verdict.complianceType());
    int number = 1;
    for (Finding finding : verdict.findings()) {
      lines.add(number++ + ". " + finding.message());
    }
    verdict.chain().stream().map(link -> "holds: " + holds(link)).forEach(lines::add);
    verdict.missedEvent().ifPresent(event -> lines.add("missed event: " + event));
    verdict.notes().stream().map(note -> "note: " + note).forEach(lines::add);
    return lines.stream().map(Visible::of).collect(Collectors.joining("\n"));
  }

  /** A link that holds, what about it makes it hold, and its pattern where it has one. */
  public static String holds(Evidence link) {
    JsonNode pattern = link.settings().path("filterPattern");
    return "%s `%s` in %s %s%s"
        .formatted(
            Words.of(link.link()),
            link.subject(),
            link.region(),
            link.shows(),
            pattern.isTextual() ? ": " + pattern.textValue() : "");
  }
}

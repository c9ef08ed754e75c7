package dev.tocsin.chain.wording;

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
    verdict.chain().stream().map(FullText::holds).forEach(lines::add);
    verdict.missedEvent().ifPresent(event -> lines.add("missed event: " + event));
    verdict.notes().stream().map(note -> "note: " + note).forEach(lines::add);
    return lines.stream().map(Visible::of).collect(Collectors.joining("\n"));
  }

  private static String holds(Evidence link) {
    return "holds: %s `%s` in %s %s"
        .formatted(Words.of(link.link()), link.subject(), link.region(), link.shows());
  }
}

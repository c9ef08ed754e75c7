package dev.tocsin.chain.wording;

import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A verdict in full, for a log or a terminal. */
public final class FullText {
  private FullText() {}

  /** Lines without a final line break: the outcome, the findings, the chain, the notes. */
  public static String of(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    verdict.findings().stream().map(Finding::message).forEach(lines::add);
    verdict
        .chain()
        .forEach(
            link ->
                lines.add(
                    "holds: `" + link.subject() + "` in " + link.region() + " " + link.shows()));
    lines.addAll(verdict.notes());
    verdict.missedEvent().ifPresent(event -> lines.add("missed event: " + event));
    return String.join("\n", lines);
  }
}

package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.EventTest;
import java.util.List;
import java.util.Optional;

/**
 * One thing that looks at events, a metric filter, log alarm or EventBridge rule, with the one way
 * from it to a person that is closest to complete.
 *
 * @param link what kind of thing it is
 * @param subject its name
 * @param test which of the events that arrive go this way; empty iff that is not understood
 * @param findings what is broken from here on; empty iff what {@code test} matches reaches someone
 * @param evidence the links from here on that hold
 * @param narrowed why {@code test} is less than what a filter matches, where an alarm reads one
 *     value of its dimensions
 */
public record Candidate(
    Link link,
    String subject,
    String region,
    Optional<EventTest> test,
    List<Finding> findings,
    List<Evidence> evidence,
    List<String> notes,
    Optional<Narrowed> narrowed) {

  /** One of which no alarm reads a part only. */
  public Candidate(
      Link link,
      String subject,
      String region,
      Optional<EventTest> test,
      List<Finding> findings,
      List<Evidence> evidence,
      List<String> notes) {
    this(link, subject, region, test, findings, evidence, notes, Optional.empty());
  }

  public Candidate {
    findings = List.copyOf(findings);
    evidence = List.copyOf(evidence);
    notes = List.copyOf(notes);
  }

  /** True iff what the test matches reaches someone. */
  public boolean holds() {
    return test.isPresent() && findings.isEmpty();
  }
}

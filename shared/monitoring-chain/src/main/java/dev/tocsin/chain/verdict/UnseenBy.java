package dev.tocsin.chain.verdict;

import dev.tocsin.filterpattern.Exclusion;
import java.util.List;

/**
 * Something deployed for the control that does not match the missed event.
 *
 * @param link what kind of thing it is
 * @param subject its name
 * @param region the Region it was found in
 * @param why its text, and the clause of it that excludes the event
 */
public record UnseenBy(Link link, String subject, String region, Exclusion why) {

  /** Where in its text the clauses are that exclude the event; see {@link PatternSpan}. */
  public List<PatternSpan> places() {
    return PatternSpan.of(why);
  }
}

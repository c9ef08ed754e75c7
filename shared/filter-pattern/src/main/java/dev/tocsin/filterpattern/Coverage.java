package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Whether deployed tests together see every event of a {@link Requirement}: yes, no with the event,
 * unknown with the reason, or that there is nothing to see.
 */
public sealed interface Coverage {

  /**
   * There are required events, and every one matches at least one deployed test.
   *
   * @param facts the facts without which this could not be shown; empty if it holds for any record
   * @param assumptions what else the answer rests on, in words (for example how records are
   *     serialised)
   */
  record Covered(List<Fact> facts, List<String> assumptions) implements Coverage {
    public Covered {
      facts = List.copyOf(facts);
      assumptions = List.copyOf(assumptions);
    }
  }

  /**
   * There is no event that must be seen, so that anything covers it and nothing is shown: the
   * required pattern contradicts itself or the facts, or the exemption leaves nothing. A mistake in
   * the question, which must not be taken for an answer.
   *
   * @param reason says so, naming the pattern or the exemption
   */
  record Vacuous(String reason) implements Coverage {}

  /**
   * A required event that no deployed test matches; replayed through {@link EventTest#matches}
   * before it is returned.
   *
   * @param event a whole CloudTrail record
   * @param because for each deployed test in order, why it does not match the event
   */
  record Missed(ObjectNode event, List<Exclusion> because) implements Coverage {
    public Missed {
      because = List.copyOf(because);
    }
  }

  /**
   * Neither could be shown.
   *
   * @param reason what stood in the way, naming the feature or the cap
   */
  record Undecided(String reason) implements Coverage {}
}

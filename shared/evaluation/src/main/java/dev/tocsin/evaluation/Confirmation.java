package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Has AWS confirm the missed event of a verdict. */
public final class Confirmation {
  // TestMetricFilter allows 5 calls a second, and 25 rules may start together.
  private static final int MOST_FILTERS = 3;

  /** For verdicts that nobody asks AWS about. */
  public static final Replay NOT_ASKED = (required, deployed, missedEvent) -> Optional.empty();

  /** Asks AWS what patterns match. */
  public interface Replay {
    /**
     * Why AWS could not be asked; empty iff it agrees.
     *
     * @param required the pattern that must match the event
     * @param deployed patterns that must not
     */
    Optional<String> confirm(String required, List<String> deployed, ObjectNode missedEvent);
  }

  private final Replay aws;

  Confirmation(Replay aws) {
    this.aws = aws;
  }

  /**
   * The verdict, with a note if AWS could not be asked. What {@link Replay} throws where AWS
   * disagrees goes through.
   */
  Verdict confirm(Verdict verdict, Requirement requirement) {
    if (verdict.missedEvent().isEmpty()) {
      return verdict;
    }
    ObjectNode event = verdict.missedEvent().orElseThrow();
    return aws.confirm(requirement.required().text(), near(verdict, event), event)
        .map(verdict::withNote)
        .orElse(verdict);
  }

  /** Deployed patterns that we say do not match the event: what the verdict stands on. */
  private static List<String> near(Verdict verdict, ObjectNode event) {
    return verdict.unseenBy().stream()
        .filter(test -> test.link() == Link.METRIC_FILTER)
        .map(test -> test.why().test())
        .distinct()
        .map(FilterPattern::parse)
        .filter(FilterPattern.class::isInstance)
        .map(FilterPattern.class::cast)
        .filter(
            pattern ->
                Arrays.stream(WildcardReading.values())
                    .noneMatch(reading -> pattern.matches(event, reading)))
        .map(FilterPattern::text)
        .sorted()
        .limit(MOST_FILTERS)
        .toList();
  }
}

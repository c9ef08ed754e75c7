package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The decision against brute force. {@code -Dtocsin.pairs=100000} runs more than the usual number.
 */
final class RandomPairsTest {

  private static final int PAIRS = Integer.getInteger("tocsin.pairs", 5_000);
  private static final int EVENTS = 20;

  @Test
  void noEventRefutesWhatIsCoveredAndNoMissedEventIsOverlooked() {
    RandomPatterns patterns = new RandomPatterns(7);
    List<ObjectNode> events = new ArrayList<>();
    RandomEvents source = new RandomEvents(11);
    for (int i = 0; i < 40 * EVENTS; i++) {
      events.add(source.next());
    }
    List<String> undecided = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      FilterPattern required = FilterPattern.of(patterns.next());
      List<FilterPattern> deployed = new ArrayList<>();
      for (int i = pair % 3; i >= 0; i--) {
        deployed.add(FilterPattern.of(patterns.next()));
      }
      int from = pair % 40 * EVENTS;
      Optional<ObjectNode> missed =
          events.subList(from, from + EVENTS).stream()
              .filter(event -> isMissed(event, required, deployed))
              .findFirst();
      // A missed event is replayed before it is returned, so only the other answers can be wrong.
      Coverage coverage = new CoverageDecider().decide(Requirement.of("test", required), deployed);
      if (coverage instanceof Coverage.Covered || coverage instanceof Coverage.Vacuous) {
        assertThat(missed).as("%s by %s", required.text(), deployed).isEmpty();
      }
      if (coverage instanceof Coverage.Undecided reason) {
        undecided.add(required.text() + " by " + deployed + ": " + reason.reason());
        assertThat(missed).as("%s by %s", required.text(), deployed).isEmpty();
      }
    }
    assertThat(undecided.size()).as("%s", undecided).isLessThan(PAIRS / 50);
  }

  private static boolean isMissed(
      ObjectNode event, FilterPattern required, List<FilterPattern> deployed) {
    for (WildcardReading reading : WildcardReading.values()) {
      if (!required.matches(event, reading)
          || deployed.stream().anyMatch(pattern -> pattern.matches(event, reading))) {
        return false;
      }
    }
    return true;
  }
}

package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.Truth;
import dev.tocsin.filterpattern.reading.WildcardReading;
import org.junit.jupiter.api.Test;

/** The condition of a pattern holds for a record iff the pattern matches it, or says unknown. */
final class ConditionTest {

  @Test
  void conditionsSayWhatTheMatcherSays() {
    RandomPatterns patterns = new RandomPatterns(21);
    RandomEvents events = new RandomEvents(22);
    for (int i = 0; i < 600; i++) {
      FilterPattern pattern = FilterPattern.of(patterns.next());
      for (int j = 0; j < 20; j++) {
        JsonNode event = events.next();
        for (WildcardReading reading : WildcardReading.values()) {
          Truth truth = Truth.of(pattern.condition(), event, reading);
          if (truth != Truth.UNKNOWN) {
            assertThat(truth == Truth.TRUE)
                .as("%s on %s", pattern.text(), event)
                .isEqualTo(pattern.matches(event, reading));
          }
        }
      }
    }
  }
}

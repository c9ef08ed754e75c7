package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Known;
import dev.tocsin.filterpattern.condition.Truth;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownTest {

  @Test
  void whatIsLeftHoldsForARecordIffTheWholeDoesWithAnyTextInTheFieldThatLeavesTheSame() {
    List<String> texts = List.of("x", "xy", "y", "1", "", "X");
    RandomPatterns patterns = new RandomPatterns(31);
    RandomEvents events = new RandomEvents(32);
    Known field = new Known("a");
    int looked = 0;
    for (int i = 0; i < 400; i++) {
      Condition condition = FilterPattern.of(patterns.next()).condition();
      ObjectNode event = events.next();
      for (String text : texts) {
        Optional<Condition> left = field.left(condition, text);
        if (left.isPresent()) {
          looked++;
          for (String other : texts) {
            if (field.left(condition, other).equals(left)) {
              assertSame(condition, left.get(), event.deepCopy().put("a", other));
            }
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(1000);
  }

  private static void assertSame(Condition whole, Condition left, JsonNode record) {
    for (WildcardReading reading : WildcardReading.values()) {
      assertThat(Truth.of(left, record, reading))
          .as("%s left of %s on %s", left, whole, record)
          .isEqualTo(Truth.of(whole, record, reading));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DeleteTrail", "%DeleteT%", "{ $.* = \"DeleteTrail\" }"})
  void nothingIsSaidWhereThePatternMayLookAtTheFieldWithoutNamingIt(String pattern) {
    assertThat(new Known("eventName").left(FilterPattern.of(pattern).condition(), "DeleteTrail"))
        .isEmpty();
  }
}

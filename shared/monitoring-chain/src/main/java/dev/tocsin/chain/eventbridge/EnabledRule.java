package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.reading.WildcardReading;

/**
 * What a rule in state {@code ENABLED} acts on, wherever it is: what its pattern matches, without
 * the calls that read.
 */
public record EnabledRule(EventPattern pattern) implements EventTest {
  private static final FilterPattern SHOWN = Arrival.withoutReads();

  @Override
  public String text() {
    return pattern.text();
  }

  @Override
  public boolean matches(JsonNode event) {
    return matches(event, WildcardReading.LEFTMOST);
  }

  @Override
  public boolean matches(JsonNode event, WildcardReading reading) {
    return SHOWN.matches(event, reading) && pattern.matches(event, reading);
  }

  @Override
  public Condition condition() {
    return Condition.all(SHOWN.condition(), pattern.condition());
  }

  @Override
  public int distance(JsonNode event) {
    return pattern.distance(event) + (SHOWN.matches(event) ? 0 : 1);
  }

  @Override
  public Exclusion exclusion(JsonNode event) {
    return pattern.matches(event)
        ? new Exclusion(text(), "in state `ENABLED` a rule gets no calls that read", "", true)
        : pattern.exclusion(event);
  }
}

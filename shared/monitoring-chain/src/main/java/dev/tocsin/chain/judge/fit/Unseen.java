package dev.tocsin.chain.judge.fit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.reading.WildcardReading;

/** What a test does not see: events that this misses, the test sees. */
record Unseen(EventTest test) implements EventTest {

  @Override
  public String text() {
    return "not " + test.text();
  }

  @Override
  public boolean matches(JsonNode event) {
    return !test.matches(event);
  }

  @Override
  public boolean matches(JsonNode event, WildcardReading reading) {
    return !test.matches(event, reading);
  }

  @Override
  public Condition condition() {
    return Condition.not(test.condition());
  }
}

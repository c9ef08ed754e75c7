package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.condition.Condition;

/** Which records a test does not pass. */
record Opposite(EventTest test) implements EventTest {

  @Override
  public String text() {
    return "not " + test.text();
  }

  @Override
  public boolean matches(JsonNode event) {
    return !test.matches(event);
  }

  @Override
  public Condition condition() {
    return Condition.not(test.condition());
  }
}

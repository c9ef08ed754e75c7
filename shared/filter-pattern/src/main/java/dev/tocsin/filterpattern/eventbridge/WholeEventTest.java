package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;

/**
 * An event pattern put to events as EventBridge has them, where no CloudTrail record is wrapped.
 */
record WholeEventTest(EventPattern pattern) implements EventTest {

  @Override
  public String text() {
    return pattern.text();
  }

  @Override
  public boolean matches(JsonNode event) {
    return new EventPatternMatcher(event).matches(pattern.root());
  }

  @Override
  public Condition condition() {
    return RecordConditions.of(pattern.root(), FieldPath.ROOT);
  }
}

package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.condition.Condition;

/**
 * An event pattern of an EventBridge rule that parses. Its answers are those of AWS's own matcher,
 * event-ruler, on the envelope that EventBridge puts round a CloudTrail record.
 *
 * @param text the text it was read from
 * @param root its parsed form
 */
public record EventPattern(String text, PatternNode.Fields root)
    implements ParsedEventPattern, EventTest {

  /** Reads an event pattern; what is none comes back as an {@link EventPatternProblem}. */
  public static ParsedEventPattern parse(String text) {
    return EventPatternParser.parse(text);
  }

  /**
   * True iff EventBridge would send the event to the rule's targets when CloudTrail delivers this
   * record: {@code source}, {@code detail-type}, {@code account} and {@code region} are taken from
   * the record, {@code detail} is the record.
   */
  @Override
  public boolean matches(JsonNode event) {
    return new EventPatternMatcher(Envelope.of(event)).matches(root);
  }

  @Override
  public Condition condition() {
    return EventPatternConditions.of(root);
  }

  /**
   * The same pattern put to whole events, envelope included, for those CloudTrail does not write.
   */
  public EventTest onWholeEvents() {
    return new WholeEventTest(this);
  }
}

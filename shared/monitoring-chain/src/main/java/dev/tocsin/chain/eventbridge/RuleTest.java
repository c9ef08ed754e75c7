package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.match.WildcardReading;
import java.util.List;

/**
 * Which CloudTrail records make a rule act: those a trail records, that arrive at the rule, and
 * that its pattern matches.
 *
 * @param pattern the rule's own pattern
 * @param arriving what of the recorded arrives at a rule of its Region and state
 * @param recorded selections of trails, of which one has to keep the record; empty iff all are kept
 */
record RuleTest(EventTest pattern, EventTest arriving, List<? extends EventTest> recorded)
    implements EventTest {

  RuleTest {
    recorded = List.copyOf(recorded);
  }

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
    return arriving.matches(event, reading)
        && (recorded.isEmpty() || recorded.stream().anyMatch(test -> test.matches(event, reading)))
        && pattern.matches(event, reading);
  }

  @Override
  public Condition condition() {
    Condition kept =
        recorded.isEmpty()
            ? Condition.ALWAYS
            : new Condition.Any(recorded.stream().map(EventTest::condition).toList());
    return Condition.all(arriving.condition(), kept, pattern.condition());
  }
}

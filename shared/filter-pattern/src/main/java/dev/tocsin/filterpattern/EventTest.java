package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.reading.WildcardReading;

/**
 * Something deployed that says yes or no to a CloudTrail record. {@link #matches} is the plain,
 * obvious reading and the judge of {@link #condition}: the decision works on the condition, and
 * every missed event it finds is replayed through {@code matches}.
 */
public interface EventTest {
  /** The distance of a test that is not told apart into parts. */
  int UNDIVIDED = 1000;

  /** The text as deployed, for messages. */
  String text();

  /**
   * True iff the record, delivered as CloudTrail delivers it (compact JSON, one object), passes
   * this test.
   */
  boolean matches(JsonNode event);

  /**
   * As {@link #matches(JsonNode)}, with {@code *} in values read in the given way, for tests that
   * depend on it.
   */
  default boolean matches(JsonNode event, WildcardReading reading) {
    return matches(event);
  }

  /** The same question as a condition on the fields of the record. */
  Condition condition();

  /**
   * How many of its parts would have to be other than they are for the record to pass, where the
   * name of another event counts as ten, another service as eleven; {@value #UNDIVIDED} for a test
   * that is not told apart.
   */
  default int distance(JsonNode event) {
    return UNDIVIDED;
  }

  /** Why the record does not pass. Precondition: it does not. */
  default Exclusion exclusion(JsonNode event) {
    return Exclusion.whole(text());
  }
}

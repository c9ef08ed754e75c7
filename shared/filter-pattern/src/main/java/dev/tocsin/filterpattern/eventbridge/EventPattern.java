package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.condition.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event pattern of an EventBridge rule that parses. Its answers are those of AWS's own matcher,
 * event-ruler, on the envelope that EventBridge puts round a CloudTrail record. Immutable; what it
 * means as a {@link #condition} is found out once.
 */
public final class EventPattern implements ParsedEventPattern, EventTest {

  private final String text;
  private final PatternNode.Fields root;
  private volatile Condition condition;

  EventPattern(String text, PatternNode.Fields root) {
    this.text = text;
    this.root = root;
  }

  /** Reads an event pattern; what is none comes back as an {@link EventPatternProblem}. */
  public static ParsedEventPattern parse(String text) {
    return EventPatternParser.parse(text);
  }

  @Override
  public String text() {
    return text;
  }

  /** Its parsed form. */
  PatternNode.Fields root() {
    return root;
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

  /** The key that keeps the record out; empty iff the record matches. */
  public Optional<KeyMismatch> mismatch(JsonNode record) {
    JsonNode event = Envelope.of(record);
    return new EventPatternMatcher(event)
        .failing(root)
        .map(path -> EventPatternEdit.at(text, path, event));
  }

  @Override
  public int distance(JsonNode record) {
    return new EventPatternMatcher(Envelope.of(record)).distance(root);
  }

  /**
   * Whether a key on one of these fields asks for what the record has there.
   *
   * @param fields paths in {@code detail}, dotted
   */
  public boolean asksForOneOf(Set<String> fields, JsonNode record) {
    return new EventPatternMatcher(Envelope.of(record)).holdsAtOneOf(fields, root);
  }

  /** The paths in {@code detail} that it asks about, dotted. */
  public Set<String> fieldsInDetail() {
    return EventPatternTexts.fields(root, Envelope.DETAIL);
  }

  /** The pattern with one key, in {@code detail}, on which one of the tests has to hold. */
  public static EventPattern ofDetail(List<String> field, List<JsonNode> tests) {
    return (EventPattern) parse(EventPatternEdit.more("{}", field, tests).orElseThrow());
  }

  /** The pattern with a key of {@code detail} more; empty iff it has that key, or is none then. */
  public Optional<EventPattern> with(List<String> field, List<JsonNode> tests) {
    return EventPatternEdit.more(text, field, tests).flatMap(EventPattern::edited);
  }

  /**
   * The pattern with other tests at the key, or without the key where there are none; empty iff
   * that is no event pattern.
   */
  public Optional<EventPattern> with(KeyMismatch mismatch, List<JsonNode> tests) {
    return edited(EventPatternEdit.of(text, mismatch.path(), tests));
  }

  private static Optional<EventPattern> edited(String text) {
    return parse(text) instanceof EventPattern pattern ? Optional.of(pattern) : Optional.empty();
  }

  @Override
  public Exclusion exclusion(JsonNode record) {
    return mismatch(record)
        .map(mismatch -> mismatch.exclusion(text))
        .orElseGet(() -> Exclusion.whole(text));
  }

  @Override
  public Condition condition() {
    if (condition == null) {
      condition = EventPatternConditions.of(root);
    }
    return condition;
  }

  /**
   * The texts that it asks for in {@code detail}, exclusions among them, with {@code *} for any
   * characters: what of the record a rule is about.
   */
  public Set<String> namedInDetail() {
    return EventPatternTexts.in(root, Envelope.DETAIL);
  }

  /**
   * The same pattern put to whole events, envelope included, for those CloudTrail does not write.
   */
  public EventTest onWholeEvents() {
    return new WholeEventTest(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "`" + text + "`";
  }
}

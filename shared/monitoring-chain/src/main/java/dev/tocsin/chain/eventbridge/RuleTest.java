package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.reading.WildcardReading;
import java.util.List;
import java.util.Optional;

/**
 * Which CloudTrail records make a rule act: those a trail records, that arrive at the rule, and
 * that its pattern matches.
 *
 * @param pattern the rule's own pattern
 * @param arriving what of the recorded arrives at a rule of its Region and state
 * @param recorded selections of trails, of which one has to keep the record; empty iff all are kept
 */
public record RuleTest(
    String rule,
    String region,
    EventTest pattern,
    EventTest arriving,
    List<? extends EventTest> recorded)
    implements EventTest {

  public RuleTest {
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
            ? Condition.always()
            : new Condition.Any(recorded.stream().map(EventTest::condition).toList());
    return Condition.all(arriving.condition(), kept, pattern.condition());
  }

  @Override
  public int distance(JsonNode event) {
    return pattern.distance(event) + (arriving.matches(event) ? 0 : 1);
  }

  @Override
  public Exclusion exclusion(JsonNode event) {
    return keptFrom(event)
        .map(finding -> new Exclusion(text(), finding.problem(), "", true))
        .orElseGet(
            () ->
                pattern.matches(event)
                    ? new Exclusion(text(), "no trail records it", "", true)
                    : pattern.exclusion(event));
  }

  /** The same rule with another pattern. */
  public RuleTest with(EventPattern other) {
    return new RuleTest(rule, region, other, arriving, recorded);
  }

  /** The same rule made in every Region. */
  public RuleTest everywhere() {
    boolean reads = arriving.equals(Arrival.at(region, true));
    return new RuleTest(
        rule, region, pattern, reads ? FilterPattern.of("") : Arrival.withoutReads(), recorded);
  }

  /** The same rule made in every Region, in the state in which it gets calls that read. */
  public RuleTest everywhereWithReads() {
    return new RuleTest(rule, region, pattern, FilterPattern.of(""), recorded);
  }

  /** What keeps from the rule an event that its pattern matches; empty iff its pattern does. */
  public Optional<Finding> keptFrom(JsonNode event) {
    if (!pattern.matches(event) || arriving.matches(event)) {
      return Optional.empty();
    }
    String name = event.path("eventName").asText();
    String made = event.path("awsRegion").asText();
    Fault fault =
        Arrival.at(region, true).matches(event)
            ? Fault.of(
                "is not shown `" + name + "`: in state `ENABLED` a rule gets no calls that read",
                "set its state to `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`")
            : Fault.of(
                "is in `%s`, where `%s` made in `%s` does not arrive".formatted(region, name, made),
                "make the same rule, with its topic, in `" + made + "`");
    return Optional.of(fault.on(Link.EVENT_RULE, rule));
  }
}

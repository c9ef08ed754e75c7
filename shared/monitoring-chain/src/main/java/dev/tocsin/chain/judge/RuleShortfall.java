package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.eventbridge.KeyAdvice;
import dev.tocsin.chain.eventbridge.MendedRule;
import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.judge.fit.Events;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.eventbridge.KeyMismatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule leaves unseen that a key of its own pattern keeps out. */
final class RuleShortfall {
  private final Advice advice;
  private final List<Placed> placed;

  /**
   * For one account.
   *
   * @param placed all that is deployed
   */
  RuleShortfall(Advice advice, List<Placed> placed) {
    this.advice = advice;
    this.placed = placed;
  }

  /**
   * The finding on one rule, naming all that nothing sees; empty iff its pattern matches the event,
   * or no one key is to blame.
   *
   * @param behind all that is meant for the control, the rule among it where it sees some of it
   * @param event one that is missed
   */
  Optional<Finding> of(Placed rule, List<Placed> behind, ObjectNode event) {
    if (!(rule.candidate().test().orElseThrow() instanceof RuleTest test)
        || !(test.pattern() instanceof EventPattern pattern)) {
      return Optional.empty();
    }
    return pattern
        .mismatch(event)
        .map(
            mismatch -> {
              List<String> names = names(behind, event);
              Optional<MendedRule> mended =
                  advice.mended(rule, test, othersThan(rule, behind), placed);
              return KeyAdvice.on(
                      mismatch,
                      names.size() > 1 ? Events.names(names) : Events.inWords(event),
                      keptOut(names, pattern, mismatch, event, mended),
                      isAlone(mismatch, pattern, event),
                      mended)
                  .on(Link.EVENT_RULE, rule.candidate().subject());
            });
  }

  /** Whether the pattern without the key, or without any where it has no other, sees the event. */
  private static boolean isAlone(KeyMismatch mismatch, EventPattern pattern, ObjectNode event) {
    return pattern.with(mismatch, List.of()).map(rest -> rest.matches(event)).orElse(true);
  }

  /** The names with which the same key keeps the event out, and would not where it is mended. */
  private static List<String> keptOut(
      List<String> names,
      EventPattern pattern,
      KeyMismatch mismatch,
      ObjectNode event,
      Optional<MendedRule> mended) {
    return names.stream()
        .filter(
            name ->
                mended.isEmpty()
                    || mended.get().pattern().matches(event.deepCopy().put("eventName", name)))
        .filter(
            name ->
                pattern
                    .mismatch(event.deepCopy().put("eventName", name))
                    .filter(other -> other.path().equals(mismatch.path()))
                    .isPresent())
        .toList();
  }

  /** The names of all events that are missed; none where they are not told by name. */
  private List<String> names(List<Placed> behind, ObjectNode event) {
    List<String> names =
        advice.missing(Choice.tests(behind)).stream()
            .flatMap(group -> group.names().stream())
            .toList();
    String first = event.path("eventName").asText();
    return Events.areNames(names) && names.contains(first)
        ? Stream.concat(Stream.of(first), names.stream().filter(name -> !name.equals(first)))
            .toList()
        : List.of();
  }

  private static List<EventTest> othersThan(Placed rule, List<Placed> behind) {
    return Choice.tests(behind.stream().filter(one -> !one.equals(rule)).toList());
  }
}

package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.catalog.Often;
import dev.tocsin.catalog.UsualEvent;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says of each filter and rule that counts which usual events it rings on beside the control's. It
 * tells of the control's events all the same, so the verdict stays.
 */
final class UsualTraffic {

  private static final String READS_TOO = EventRuleState.ALL_MANAGEMENT_EVENTS.toString();

  private UsualTraffic() {}

  /**
   * The verdict with a note for each such filter or rule.
   *
   * @param required the control's events, which are never held against a filter
   */
  static Verdict noted(Verdict verdict, EventTest required) {
    if (!verdict.compliant()) {
      return verdict; // what counts is not known yet, and what is broken comes first
    }
    Map<String, Predicate<JsonNode>> counted = new LinkedHashMap<>();
    for (Evidence link : verdict.chain()) {
      test(link).ifPresent(test -> counted.put(name(link), test));
    }
    return verdict.withNotes(
        counted.entrySet().stream()
            .flatMap(one -> note(one.getKey(), one.getValue(), required).stream())
            .toList());
  }

  private static Optional<String> note(String name, Predicate<JsonNode> test, EventTest required) {
    List<UsualEvent> others =
        UsualEvent.matchedBy(test).stream()
            .filter(usual -> !required.matches(usual.event()))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    UsualEvent loudest = others.get(0);
    return Optional.of(
        "%s also rings %s on every %s (%s)%s%s"
            .formatted(
                name,
                loudest.often().words(),
                loudest.inWords(),
                loudest.because(),
                others.size() == 1 ? "" : " and %d more usual events".formatted(others.size() - 1),
                loudest.often() == Often.ALL_DAY ? ", so its alarm may never leave ALARM" : ""));
  }

  private static String name(Evidence link) {
    return (link.link() == Link.METRIC_FILTER ? "filter `" : "event rule `") + link.subject() + "`";
  }

  private static boolean isWrite(JsonNode event) {
    return !event.path("readOnly").booleanValue();
  }

  private static Optional<Predicate<JsonNode>> test(Evidence link) {
    JsonNode text = link.settings().path("filterPattern");
    if (link.link() == Link.METRIC_FILTER
        && FilterPattern.parse(text.asText("")) instanceof FilterPattern pattern) {
      return Optional.of(pattern::matches);
    }
    JsonNode rule = link.settings().path("EventPattern");
    if (link.link() == Link.EVENT_RULE
        && EventPattern.parse(rule.asText("")) instanceof EventPattern pattern) {
      boolean reads = link.settings().path("State").asText().equals(READS_TOO);
      return Optional.of(event -> (reads || isWrite(event)) && pattern.matches(event));
    }
    return Optional.empty();
  }
}

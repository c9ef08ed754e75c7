package dev.tocsin.cli.pattern;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.chain.eventbridge.EnabledRule;
import dev.tocsin.chain.eventbridge.FindingRules;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is deployed: filters and EventBridge rules.
 *
 * @param texts of the filter patterns
 * @param eventPatterns texts of the rules' patterns
 * @param state of the rules
 */
record Deployed(List<String> texts, List<String> eventPatterns, EventRuleState state) {

  /** The same where rules are compared as patterns, on every record. */
  static Deployed onEveryRecord(List<String> texts, List<String> eventPatterns) {
    return new Deployed(texts, eventPatterns, EventRuleState.ALL_MANAGEMENT_EVENTS);
  }

  /** Whether a rule is given. */
  boolean hasRules() {
    return !eventPatterns.isEmpty();
  }

  /**
   * Why what is deployed cannot do what the guides that print it for the control want, or sees
   * something else, in words.
   */
  List<String> defects(Control control) {
    Stream<String> ofFindings =
        eventPatterns.stream()
            .filter(text -> control.isSeenByTrails())
            .flatMap(text -> FindingRules.about(text).stream())
            .map(about -> "this rule " + about);
    return Stream.concat(Patterns.defects(control, texts).stream(), ofFindings).distinct().toList();
  }

  /** Which CloudTrail records the filters match and the rules act on, each. */
  List<EventTest> onRecords() throws Patterns.Refused {
    List<EventTest> tests = new ArrayList<>(Patterns.parse(texts));
    for (EventPattern pattern : Patterns.parseEventPatterns(eventPatterns)) {
      tests.add(state == EventRuleState.ENABLED ? new EnabledRule(pattern) : pattern);
    }
    return tests;
  }

  /** Which events that no trail carries the rules act on, each. */
  List<EventTest> onWholeEvents() throws Patterns.Refused {
    return Patterns.parseEventPatterns(eventPatterns).stream()
        .map(EventPattern::onWholeEvents)
        .toList();
  }
}

package dev.tocsin.cli.pattern;

import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.chain.eventbridge.EnabledRule;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is deployed, by options: filters and EventBridge rules. */
final class Deployed extends EventRules {

  @Option(
      names = "--pattern",
      paramLabel = "TEXT",
      description =
          "A deployed filter pattern; several are taken together, an event needs to match one.")
  private List<String> patterns = List.of();

  @Option(
      names = "--event-state",
      paramLabel = "STATE",
      description =
          "The state of these rules: ${COMPLETION-CANDIDATES}. A rule in the first is shown no"
              + " calls that read. Default: the first.")
  private EventRuleState state = EventRuleState.ENABLED;

  /** One filter pattern or more, as a line of a file has them. */
  static Deployed filters(List<String> patterns) {
    Deployed deployed = new Deployed();
    deployed.patterns = List.copyOf(patterns);
    return deployed;
  }

  /** The texts of the filter patterns. */
  List<String> texts() {
    return patterns;
  }

  List<FilterPattern> filters() throws Patterns.Refused {
    return Patterns.parse(patterns);
  }

  /** Which CloudTrail records the rules act on, each. */
  List<EventTest> rulesOnRecords() throws Patterns.Refused {
    List<EventTest> tests = new ArrayList<>();
    for (EventPattern pattern : eventPatterns()) {
      tests.add(state == EventRuleState.ENABLED ? new EnabledRule(pattern) : pattern);
    }
    return tests;
  }

  /** Which events that no trail carries the rules act on, each. */
  List<EventTest> rulesOnWholeEvents() throws Patterns.Refused {
    return eventPatterns().stream().map(EventPattern::onWholeEvents).toList();
  }

  /**
   * Refuses options that name nothing deployed.
   *
   * @throws InputProblem then
   */
  void require() {
    if (patterns.isEmpty() && !hasRules()) {
      throw new InputProblem(
          "expected something deployed. Fix: give `--pattern` or `--event-pattern`");
    }
  }
}

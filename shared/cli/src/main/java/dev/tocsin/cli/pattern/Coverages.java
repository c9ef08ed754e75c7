package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.chain.eventbridge.RuleCorrection;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.evaluation.Asked;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks what deployed filters and rules see of a control, on the way that its events go. */
final class Coverages {
  private final CoverageDecider decider = new CoverageDecider();
  private final Control control;
  private final Asked asked;
  private final Deployed deployed;

  Coverages(Control control, Asked asked, Deployed deployed) {
    this.control = control;
    this.asked = asked;
    this.deployed = deployed;
  }

  /**
   * Whether all is seen; {@code INVALID} where no trail carries the events and only filters are
   * given, which see none of them.
   */
  CoverageAnswer answer() {
    return isInVain()
        ? CoverageAnswer.invalid(Controls.sentToEventBridgeOnly(control))
        : CoverageAnswer.of(() -> decider.decide(asked.requirement(), tests()));
  }

  /**
   * What is seen and missed, and a correction of a filter where filters are given and can help.
   *
   * @throws Patterns.Refused if a pattern is none, or only filters are given for events that no
   *     trail carries
   */
  Explanation explanation() throws Patterns.Refused {
    if (isInVain()) {
      throw new Patterns.Refused(Controls.sentToEventBridgeOnly(control));
    }
    Explanation explanation = new Explainer(decider).explain(asked.requirement(), tests());
    return filtersHelp()
        ? explanation
        : new Explanation(
            explanation.sees(),
            explanation.missing(),
            explanation.misread(),
            explanation.summary(),
            Optional.empty(),
            Optional.empty());
  }

  /**
   * What to deploy, as text: a filter pattern where filters are given and can help; else the event
   * pattern to put on a rule, which is the one rule's own, edited, where that is good, and the
   * control's own otherwise. Empty iff nothing was found, or the state alone is to be changed.
   */
  Optional<String> corrected(Explanation explanation) {
    return explanation.misses().isEmpty() || filtersHelp()
        ? explanation.corrected()
        : ownRule()
            .map(Mended::pattern)
            .or(this::folderRule)
            .filter(pattern -> !deployed.eventPatterns().contains(pattern));
  }

  /** What to do about a miss that no filter is to mend, in lines. */
  List<String> advice() {
    if (filtersHelp()) {
      return List.of();
    }
    Optional<Mended> own = ownRule();
    if (own.map(Mended::pattern).filter(deployed.eventPatterns()::contains).isPresent()) {
      return List.of("Fix: set the state of the rule to `" + control.eventRuleState() + "`");
    }
    return own.map(Mended::pattern)
        .or(this::folderRule)
        .map(
            pattern ->
                List.of(
                    "Fix: put this event pattern on %s in state `%s`"
                        .formatted(own.map(this::rule).orElse("an EventBridge rule"), state()),
                    "  " + pattern))
        .orElse(List.of());
  }

  private String rule(Mended mended) {
    return deployed.eventPatterns().size() == 1
        ? "the EventBridge rule"
        : "the EventBridge rule with pattern " + (mended.position() + 1);
  }

  private Optional<String> folderRule() {
    return control.eventPattern().map(ObjectNode::toString);
  }

  private EventRuleState state() {
    return deployed.hasRules() && deployed.state() == EventRuleState.ALL_MANAGEMENT_EVENTS
        ? deployed.state()
        : control.eventRuleState();
  }

  /**
   * The pattern of the rule that is nearest to what is missed, edited as little as will do beside
   * the other rules.
   */
  private Optional<Mended> ownRule() {
    if (!control.isSeenByTrails() || !deployed.hasRules()) {
      return Optional.empty();
    }
    try {
      List<EventPattern> rules = Patterns.parseEventPatterns(deployed.eventPatterns());
      Function<EventPattern, EventTest> shown =
          RuleCorrection.inState(state() == EventRuleState.ALL_MANAGEMENT_EVENTS);
      List<EventTest> tests = new ArrayList<>(rules.stream().map(shown).toList());
      int nearest =
          decider.decideOnly(asked.requirement(), tests) instanceof Coverage.Missed missed
              ? Explainer.nearest(tests, missed.event())
              : 0;
      tests.remove(nearest);
      return new RuleCorrection(decider, asked.requirement(), shown, tests)
          .of(rules.get(nearest))
          .map(pattern -> new Mended(nearest, pattern.text()));
    } catch (Patterns.Refused refused) {
      return Optional.empty();
    }
  }

  /** One of the rules with another pattern. */
  private record Mended(int position, String pattern) {}

  private boolean filtersHelp() {
    return control.isSeenByTrails() && !deployed.texts().isEmpty();
  }

  private boolean isInVain() {
    return !control.isSeenByTrails() && !deployed.hasRules();
  }

  private List<EventTest> tests() throws Patterns.Refused {
    return control.isSeenByTrails() ? deployed.onRecords() : deployed.onWholeEvents();
  }
}

package dev.tocsin.cli.pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.EventRuleState;
import dev.tocsin.chain.eventbridge.RuleCorrection;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.evaluation.Asked;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import java.util.List;
import java.util.Optional;

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
            .or(this::folderRule)
            .filter(pattern -> !deployed.eventPatterns().contains(pattern));
  }

  /** What to do about a miss that no filter is to mend, in lines. */
  List<String> advice() {
    if (filtersHelp()) {
      return List.of();
    }
    Optional<String> own = ownRule();
    if (own.filter(deployed.eventPatterns()::contains).isPresent()) {
      return List.of("Fix: set the state of the rule to `" + control.eventRuleState() + "`");
    }
    return own.or(this::folderRule)
        .map(
            pattern ->
                List.of(
                    "Fix: put this event pattern on %s EventBridge rule in state `%s`"
                        .formatted(own.isPresent() ? "the" : "an", state()),
                    "  " + pattern))
        .orElse(List.of());
  }

  private Optional<String> folderRule() {
    return control.eventPattern().map(ObjectNode::toString);
  }

  private EventRuleState state() {
    return deployed.hasRules() && deployed.state() == EventRuleState.ALL_MANAGEMENT_EVENTS
        ? deployed.state()
        : control.eventRuleState();
  }

  /** The pattern of the one rule that is given, edited as little as will do. */
  private Optional<String> ownRule() {
    if (!control.isSeenByTrails() || deployed.eventPatterns().size() != 1) {
      return Optional.empty();
    }
    try {
      boolean reads = state() == EventRuleState.ALL_MANAGEMENT_EVENTS;
      return new RuleCorrection(decider, asked.requirement(), reads)
          .of(Patterns.parseEventPatterns(deployed.eventPatterns()).get(0))
          .map(EventPattern::text);
    } catch (Patterns.Refused refused) {
      return Optional.empty();
    }
  }

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

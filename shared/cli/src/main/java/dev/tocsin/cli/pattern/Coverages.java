package dev.tocsin.cli.pattern;

import dev.tocsin.catalog.Control;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.evaluation.Asked;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.decide.CoverageDecider;
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
   * @throws InputProblem if only filters are given for events that no trail carries
   */
  Explanation explanation() throws Patterns.Refused {
    if (isInVain()) {
      throw new InputProblem(Controls.sentToEventBridgeOnly(control));
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

  /** What to do about a miss that no filter is to mend, in lines. */
  List<String> advice() {
    return filtersHelp()
        ? List.of()
        : control
            .eventPattern()
            .map(
                pattern ->
                    List.of(
                        "Fix: put this event pattern on an EventBridge rule in state `"
                            + control.eventRuleState()
                            + "`",
                        "  " + pattern))
            .orElse(List.of());
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

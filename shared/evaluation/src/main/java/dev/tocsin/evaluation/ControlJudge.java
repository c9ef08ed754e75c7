package dev.tocsin.evaluation;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.eventbridge.ServiceEventJudge;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.Requirement;

/**
 * Decides for one control whether an account watches it as a rule's parameters ask. Immutable and
 * safe to share between threads.
 */
public final class ControlJudge {
  private final ChainJudge chains = new ChainJudge();
  private final ServiceEventJudge serviceEvents = new ServiceEventJudge();

  /**
   * The verdict on an account.
   *
   * @param snapshot read as far as {@link Extent#of} says; its moment is the one judged for
   * @param aws asked to confirm a missed event, iff the parameters want that
   */
  public Verdict judge(
      Control control, RuleParameters parameters, Snapshot snapshot, Confirmation.Replay aws) {
    Verdict verdict = judge(control, parameters, snapshot);
    // AWS matches log events with filter patterns; it has no such call for a bus.
    boolean confirmable = parameters.confirmOnAws() && control.isSeenByTrails();
    return confirmable
        ? new Confirmation(aws)
            .confirm(verdict, requirement(control, parameters, snapshot), snapshot)
        : verdict;
  }

  /**
   * The verdict on an account, unconfirmed, by the judge for the way on which AWS publishes the
   * control's events.
   */
  private Verdict judge(Control control, RuleParameters parameters, Snapshot snapshot) {
    Requirement requirement = requirement(control, parameters, snapshot);
    JudgeOptions options =
        parameters.judgeOptions(Extent.eventRulesCount(control, parameters), snapshot.takenAt());
    return control.isSeenByTrails()
        ? chains.judge(snapshot, requirement, options)
        : serviceEvents.judge(snapshot, requirement, options);
  }

  private static Requirement requirement(
      Control control, RuleParameters parameters, Snapshot snapshot) {
    return control.requirement(parameters.benchmark(), parameters.exempt(), snapshot.account());
  }
}

package dev.tocsin.chain.judge;

import dev.tocsin.chain.delivery.ActionJudge;
import dev.tocsin.chain.delivery.Actions;
import dev.tocsin.chain.eventbridge.RuleJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.List;
import java.util.Optional;

/**
 * Decides for one control whether an event it is about would reach a person. Immutable and safe to
 * share between threads.
 */
public final class ChainJudge {
  private final CoverageDecider decider;
  private final ActionJudge actions;
  private final RuleJudge rules;

  /** The judge as shipped. */
  public ChainJudge() {
    this(new CoverageDecider(), new Actions(), (snapshot, options) -> List.of());
  }

  ChainJudge(CoverageDecider decider, ActionJudge actions, RuleJudge rules) {
    this.decider = decider;
    this.actions = actions;
    this.rules = rules;
  }

  /**
   * The verdict on one control. Never throws for what an account may hold: what cannot be shown is
   * {@code NON_COMPLIANT} with a finding that says so.
   */
  public Verdict judge(Snapshot snapshot, Requirement requirement, JudgeOptions options) {
    Coverage coverage = decider.decide(requirement, List.of());
    return new Verdict(
        requirement.name(),
        ComplianceType.NON_COMPLIANT,
        List.of(
            new Finding(
                Link.TRAIL,
                snapshot.account(),
                "cannot show that a trail watches these events: " + coverage + rules + actions,
                "create a trail")),
        List.of(),
        Optional.empty(),
        List.of());
  }
}

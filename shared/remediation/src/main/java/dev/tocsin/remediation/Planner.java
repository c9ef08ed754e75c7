package dev.tocsin.remediation;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.Deployment;
import dev.tocsin.catalog.Noise;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.RuleParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which calls repair an account. A repair begins with the trail that the judge judged, then
 * mends the alarm or rule that is there, and only if that cannot help makes a filter and an alarm,
 * or a rule, of its own. It is planned iff the judge finds the control to hold in the account as it
 * would be, once those who are asked to confirm have done so.
 */
public final class Planner {

  /**
   * Actions on, topic added, policy, subscription: what one chain can need, one after the other.
   */
  private static final int ROUNDS = 6;

  private static final Set<String> OF_ONE_CONTROL =
      Set.of("PutMetricFilter", "PutMetricAlarm", "PutRule", "PutTargets", "EnableAlarmActions");

  private final ControlJudge judge;

  /** A planner that asks this judge. */
  public Planner(ControlJudge judge) {
    this.judge = judge;
  }

  /**
   * The plan for the controls that are not compliant; a control that holds is left alone.
   *
   * @param evaluations the verdicts on that snapshot under those parameters
   */
  public Plan plan(
      Snapshot snapshot, List<Evaluation> evaluations, RuleParameters parameters, Means means) {
    Draft draft = Draft.of(snapshot);
    Set<String> byHand = new LinkedHashSet<>();
    for (Evaluation evaluation : evaluations) {
      if (evaluation.verdict().complianceType() == ComplianceType.NON_COMPLIANT) {
        try {
          draft =
              new Repair(evaluation.control(), parameters, means).of(draft, evaluation.verdict());
        } catch (ByHand advice) {
          byHand.add(advice.getMessage());
        }
      }
    }
    byHand.addAll(draft.waiting());
    return new Plan(
        snapshot.account(),
        draft.calls(),
        List.copyOf(byHand),
        noise(evaluations, draft.calls()),
        notes(evaluations));
  }

  /** What is said of the controls that do not hold, beside what breaks them. */
  private static List<String> notes(List<Evaluation> evaluations) {
    return evaluations.stream()
        .map(Evaluation::verdict)
        .filter(verdict -> verdict.complianceType() == ComplianceType.NON_COMPLIANT)
        .flatMap(verdict -> verdict.notes().stream())
        .distinct()
        .toList();
  }

  /** What whoever agrees to the calls will hear of, once they are made. */
  private static List<String> noise(List<Evaluation> evaluations, List<PlannedCall> calls) {
    Set<String> repaired = new HashSet<>();
    calls.forEach(call -> repaired.addAll(call.repairs()));
    return evaluations.stream()
        .map(Evaluation::control)
        .filter(control -> repaired.contains(control.id()))
        .map(control -> control.id() + " rings " + Noise.of(control).inWords())
        .toList();
  }

  /** The repair of one control. */
  private final class Repair {
    private final Control control;
    private final RuleParameters parameters;
    private final TrailRepair trails;
    private final FilterCalls filters;
    private final RuleCalls rules;
    private final Mending mending;

    Repair(Control control, RuleParameters parameters, Means means) {
      TopicCalls topics = new TopicCalls(means);
      AlarmCalls alarms = new AlarmCalls(topics);
      this.control = control;
      this.parameters = parameters;
      this.trails = new TrailRepair(means);
      this.filters = new FilterCalls(alarms);
      this.rules = new RuleCalls(topics);
      this.mending = new Mending(topics, alarms);
    }

    /** The draft with the control repaired as well. */
    Draft of(Draft before, Verdict verdict) throws ByHand {
      if (parameters.monitoringAccount().isPresent()) {
        throw new ByHand(
            "account %s watches this one: run this there"
                .formatted(parameters.monitoringAccount().get()));
      }
      Verdict now = before.calls().isEmpty() ? verdict : judged(before);
      Draft repaired = now.compliant() ? before : repaired(before, now);
      return counted(before, repaired);
    }

    private Draft repaired(Draft before, Verdict verdict) throws ByHand {
      if (control.deployment(parameters.benchmark()) instanceof Deployment.EventRule rule) {
        return byRule(before, verdict, rule);
      }
      if (!chain(before, verdict).isBrokenAt(Link.TRAIL, Link.LOG_GROUP)) {
        return behindTheTrail(before, verdict);
      }
      Draft draft = trails.repaired(before, chain(before, verdict));
      Verdict now = judged(draft);
      if (chain(draft, now).isBrokenAt(Link.TRAIL, Link.LOG_GROUP)) {
        throw new ByHand(advice(now));
      }
      try {
        return behindTheTrail(draft, now);
      } catch (ByHand advice) {
        return draft.withAdvice(advice.getMessage()); // the trail is repaired all the same
      }
    }

    private Draft behindTheTrail(Draft draft, Verdict now) throws ByHand {
      Optional<Draft> mended = mended(draft, now);
      return mended.isPresent()
          ? mended.get()
          : proven(
              filters.added(
                  draft,
                  chain(draft, now),
                  control.id(),
                  control.title(),
                  control.deployable(parameters.benchmark())));
    }

    private Draft byRule(Draft before, Verdict verdict, Deployment.EventRule rule) throws ByHand {
      Optional<Draft> mended = mended(before, verdict);
      return mended.isPresent()
          ? mended.get()
          : proven(
              rules.added(
                  before,
                  before.account().region(),
                  control.id(),
                  control.title(),
                  rule.eventPattern()));
    }

    private Draft proven(Draft added) throws ByHand {
      Verdict now = judged(added);
      Optional<Draft> mended = mended(added, now);
      return mended.orElseThrow(() -> new ByHand(advice(now)));
    }

    /** With what is there mended until the control holds; empty iff that does not lead there. */
    private Optional<Draft> mended(Draft before, Verdict verdict) throws ByHand {
      for (Mending.Way way : Mending.Way.values()) {
        Optional<Draft> mended = mended(before, verdict, way);
        if (mended.isPresent()) {
          return mended;
        }
      }
      return Optional.empty();
    }

    private Optional<Draft> mended(Draft before, Verdict verdict, Mending.Way way) throws ByHand {
      Draft draft = before;
      Verdict now = verdict;
      for (int round = 0; round < ROUNDS && !now.compliant(); round++) {
        Draft next = mending.of(draft, chain(draft, now), way);
        if (next.equals(draft)) {
          return Optional.empty();
        }
        draft = next;
        now = judged(draft);
      }
      return now.compliant() ? Optional.of(draft) : Optional.empty();
    }

    private Verdict judged(Draft draft) {
      return judge.judge(control, parameters, draft.account(), Confirmation.NOT_ASKED);
    }

    private JudgedChain chain(Draft draft, Verdict verdict) {
      return new JudgedChain(verdict, draft.account());
    }

    /**
     * With the control named by its calls. It also hangs on what was planned before it and is not
     * another control's own: trail, log group, role, topic.
     */
    private Draft counted(Draft before, Draft repaired) {
      List<PlannedCall> calls = new ArrayList<>();
      for (PlannedCall call : repaired.calls()) {
        boolean hangsOnIt =
            !before.calls().contains(call) || !OF_ONE_CONTROL.contains(call.operation());
        calls.add(hangsOnIt ? call.repairing(more(call.repairs())) : call);
      }
      return new Draft(repaired.account(), calls, repaired.waiting());
    }

    private List<String> more(List<String> controls) {
      List<String> all = new ArrayList<>(controls);
      all.add(control.id());
      return all;
    }

    private String advice(Verdict now) {
      Finding first = now.findings().get(0);
      return "%s, %s".formatted(control.id(), first.message());
    }
  }
}

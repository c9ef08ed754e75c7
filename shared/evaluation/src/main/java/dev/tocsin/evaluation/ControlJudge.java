package dev.tocsin.evaluation;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.eventbridge.ServiceEventJudge;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.Watcher;
import dev.tocsin.filterpattern.Requirement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides for one control whether an account watches it as a rule's parameters ask. Safe to share
 * between threads; a judge that is kept knows the filters of the snapshot it judged last.
 */
public final class ControlJudge {
  /** What decides, once it is known what must be seen. */
  interface Judge {
    /**
     * The verdict on a snapshot.
     *
     * @param others what other controls ask for, that no fix may harm
     */
    Verdict judge(
        Snapshot snapshot,
        Requirement requirement,
        Supplier<List<Requirement>> others,
        JudgeOptions options);
  }

  private final ChainJudge chains;
  private final Judge recorded;
  private final Judge serviceEvents;
  private final Supplier<List<Control>> neighbours;
  private Others latest;
  private ReadTexts texts = new ReadTexts(null);

  /** What the controls ask of an account under some parameters. */
  private record Others(RuleParameters parameters, Snapshot snapshot, List<Requirement> asked) {

    @SuppressWarnings(
        "ReferenceEquality") // An equal snapshot would do too, but costs a comparison.
    boolean isFor(RuleParameters others, Snapshot other) {
      return snapshot == other && parameters.equals(others);
    }
  }

  /**
   * A judge for whom there is one control at a time, for whoever takes no advice from it: its fixes
   * may harm others.
   */
  public ControlJudge() {
    this(List::of);
  }

  /** A judge whose fixes leave the catalogue's other controls as they are. */
  public ControlJudge(ControlCatalog catalog) {
    this(catalog::controls);
  }

  /**
   * @param neighbours asked for only where a pattern is to be replaced, since reading all controls
   *     is what a function that has just started must not wait for
   */
  ControlJudge(Supplier<List<Control>> neighbours) {
    this.chains = new ChainJudge();
    this.recorded = chains::judge;
    this.serviceEvents =
        (snapshot, requirement, others, options) ->
            new ServiceEventJudge().judge(snapshot, requirement, options);
    this.neighbours = neighbours;
  }

  ControlJudge(Judge recorded, Judge serviceEvents, Supplier<List<Control>> neighbours) {
    this.chains = new ChainJudge();
    this.recorded = recorded;
    this.serviceEvents = serviceEvents;
    this.neighbours = neighbours;
  }

  /**
   * The verdict on an account. A failure of ours is this control's verdict, {@code NON_COMPLIANT}
   * since nothing is shown, and nobody else's.
   *
   * @param snapshot read as far as {@link Extent#of} says; its moment is the one judged for
   * @param aws asked to confirm a missed event, iff the parameters want that; what it throws goes
   *     through
   * @throws NothingToSee if the parameters leave no event of the control
   */
  public Verdict judge(
      Control control, RuleParameters parameters, Snapshot snapshot, Confirmation.Replay aws) {
    Asked asked;
    Verdict verdict;
    try {
      asked = Asked.of(control, parameters, snapshot);
      verdict =
          UsualTraffic.noted(
              new KnownDefects(control, parameters.benchmark(), snapshot, texts(snapshot))
                  .toldIn(judge(control, asked.requirement(), parameters, snapshot)),
              asked.requirement().required());
    } catch (NothingToSee usersMistake) {
      throw usersMistake;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return failed(control, defect);
    }
    // AWS matches log events with filter patterns; it has no such call for a bus.
    boolean confirmable = parameters.confirmOnAws() && control.isSeenByTrails();
    Verdict confirmed =
        confirmable ? new Confirmation(aws).confirm(verdict, asked.requirement()) : verdict;
    return EndedExemptions.toldIn(confirmed.exempting(asked.exempt()), asked.ended());
  }

  /** The verdict of the judge for the way on which AWS publishes the control's events. */
  private Verdict judge(
      Control control, Requirement requirement, RuleParameters parameters, Snapshot snapshot) {
    JudgeOptions options = options(control, parameters, snapshot);
    Judge judge = control.isSeenByTrails() ? recorded : serviceEvents;
    return judge.judge(snapshot, requirement, () -> others(parameters, snapshot), options);
  }

  private synchronized ReadTexts texts(Snapshot snapshot) {
    if (!texts.areOf(snapshot)) {
      texts = new ReadTexts(snapshot);
    }
    return texts;
  }

  /** What the other controls ask of the account; found out once for a snapshot. */
  private synchronized List<Requirement> others(RuleParameters parameters, Snapshot snapshot) {
    if (latest == null || !latest.isFor(parameters, snapshot)) {
      latest = new Others(parameters, snapshot, asked(parameters, snapshot));
    }
    return latest.asked();
  }

  /** What all controls ask of the account. */
  private List<Requirement> asked(RuleParameters parameters, Snapshot snapshot) {
    LocalDate day = LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC);
    return neighbours.get().stream()
        .filter(Control::isSeenByTrails)
        .map(
            control ->
                control.requirement(
                    parameters.benchmark(),
                    parameters.exempt().holding(control.id(), day).stream()
                        .map(Exemption::events)
                        .toList(),
                    snapshot.account(),
                    snapshot.region()))
        .toList();
  }

  /**
   * What tells a person of the control's events in an account, as the verdict counts it.
   *
   * @throws IllegalArgumentException if no trail carries the control's events
   */
  public List<Watcher> watchers(Control control, RuleParameters parameters, Snapshot snapshot) {
    if (!control.isSeenByTrails()) {
      throw new IllegalArgumentException("no trail carries the events of `" + control.id() + "`");
    }
    Requirement requirement = Asked.of(control, parameters, snapshot).requirement();
    return chains.watchers(snapshot, requirement, options(control, parameters, snapshot));
  }

  private static JudgeOptions options(
      Control control, RuleParameters parameters, Snapshot snapshot) {
    return parameters.judgeOptions(Extent.eventRulesCount(control, parameters), snapshot.takenAt());
  }

  private static Verdict failed(Control control, Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    Fault fault =
        Fault.cannotShow(
            "this account watches for its events: a defect of Tocsin, `%s`%s"
                .formatted(defect, trace.length == 0 ? "" : " at `" + trace[0] + "`"),
            "report it with a snapshot of the account");
    return new Verdict(
        control.id(),
        ComplianceType.NON_COMPLIANT,
        List.of(fault.on(Link.METRIC_FILTER, control.id())),
        List.of(),
        Optional.empty(),
        List.of());
  }
}

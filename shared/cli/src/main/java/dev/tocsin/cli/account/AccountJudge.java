package dev.tocsin.cli.account;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Deadline;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.NothingToSee;
import dev.tocsin.evaluation.RuleParameters;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Has the controls of a catalogue judged for accounts. */
final class AccountJudge {
  private final ControlCatalog catalog;
  private final Clock clock;
  private final Supplier<Deadline> limit;
  private final ControlJudge judge;

  AccountJudge(ControlCatalog catalog, Clock clock) {
    this(catalog, clock, TimeLimit::start);
  }

  /**
   * A judge with a deadline of its own.
   *
   * @param limit asked when an account's turn comes
   */
  AccountJudge(ControlCatalog catalog, Clock clock, Supplier<Deadline> limit) {
    this.catalog = catalog;
    this.clock = clock;
    this.limit = limit;
    this.judge = new ControlJudge(catalog);
  }

  ControlCatalog catalog() {
    return catalog;
  }

  /** The controls that are judged where none is named: those of the benchmark. */
  List<Control> controls(Benchmark benchmark) {
    return catalog.in(benchmark);
  }

  /**
   * The verdicts on one account, in the order of the controls.
   *
   * @param aws asked where the parameters want a missed event confirmed
   * @throws InputProblem if the parameters leave no event of a control
   * @throws dev.tocsin.evaluation.OutOfTime if all of them together take too long; it names those
   *     without a verdict
   */
  AccountVerdicts judge(
      Snapshot snapshot,
      List<Control> controls,
      RuleParameters parameters,
      Confirmation.Replay aws) {
    return judge(snapshot, controls, controls.stream(), parameters, aws);
  }

  /** The same, the controls judged side by side. */
  AccountVerdicts judgeSideBySide(
      Snapshot snapshot,
      List<Control> controls,
      RuleParameters parameters,
      Confirmation.Replay aws) {
    return judge(snapshot, controls, controls.parallelStream(), parameters, aws);
  }

  private AccountVerdicts judge(
      Snapshot snapshot,
      List<Control> all,
      Stream<Control> controls,
      RuleParameters parameters,
      Confirmation.Replay aws) {
    Unjudged unjudged = new Unjudged(all);
    List<Evaluation> evaluations =
        limit
            .get()
            .meet(
                "judging account `" + snapshot.account() + "`",
                () ->
                    controls
                        .map(
                            control -> {
                              Evaluation judged = judge(control, parameters, snapshot, aws);
                              unjudged.take(control);
                              return judged;
                            })
                        .toList(),
                unjudged::clause);
    return new AccountVerdicts(
        snapshot.account(),
        snapshot.region(),
        Basis.of(snapshot, parameters, clock.instant()),
        evaluations);
  }

  private Evaluation judge(
      Control control, RuleParameters parameters, Snapshot snapshot, Confirmation.Replay aws) {
    try {
      return new Evaluation(control, judge.judge(control, parameters, snapshot, aws));
    } catch (NothingToSee mistake) {
      throw new InputProblem(mistake.problem().optionMessage());
    }
  }
}

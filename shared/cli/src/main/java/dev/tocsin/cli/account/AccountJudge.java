package dev.tocsin.cli.account;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.RuleParameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Has the controls of a catalogue judged for accounts. */
final class AccountJudge {
  private final ControlCatalog catalog;
  private final ControlJudge judge = new ControlJudge();

  AccountJudge(ControlCatalog catalog) {
    this.catalog = catalog;
  }

  ControlCatalog catalog() {
    return catalog;
  }

  /** The controls that are judged where none is named: those of a benchmark, or all. */
  List<Control> controls(Optional<Benchmark> benchmark) {
    return catalog.controls().stream()
        .filter(control -> benchmark.map(control::isIn).orElse(true))
        .toList();
  }

  /**
   * The verdicts on one account, in the order of the controls.
   *
   * @param controls judged side by side iff the stream is parallel
   * @param aws asked where the parameters want a missed event confirmed
   */
  AccountVerdicts judge(
      Snapshot snapshot,
      Stream<Control> controls,
      RuleParameters parameters,
      Confirmation.Replay aws) {
    return new AccountVerdicts(
        snapshot,
        controls
            .map(
                control -> new Evaluation(control, judge.judge(control, parameters, snapshot, aws)))
            .toList());
  }
}

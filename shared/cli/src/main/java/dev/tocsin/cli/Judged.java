package dev.tocsin.cli;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Delivery;
import dev.tocsin.chain.eventbridge.ServiceEventJudge;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which account is judged, by which controls and parameters; the options that `evaluate` and
 * `remediate` share.
 */
final class Judged {

  @ArgGroup private AccountSource source = new AccountSource();
  @Mixin private RuleParameters parameters;

  @Option(
      names = "--control",
      paramLabel = "ID",
      description = "Judge this control only; may be repeated. Default: all.")
  private List<String> controls = List.of();

  @Option(
      names = "--benchmark",
      paramLabel = "NAME",
      description =
          "Hold the account to the wording of this benchmark, and to its controls only:"
              + " cis-1.2.0 to cis-7.0.0, security-hub. Default: every control, newest wording.")
  private String benchmark;

  /** The account and the verdict on every control asked for. */
  EvaluationReport report() {
    List<Control> asked = asked(ControlCatalog.load());
    Optional<FilterPattern> exempt = parameters.exempt();
    Snapshot snapshot = source.snapshot(needsEventRules(asked));
    var chains = new ChainJudge();
    var serviceEvents = new ServiceEventJudge();
    List<Evaluation> evaluations =
        asked.parallelStream()
            .map(
                control -> {
                  Requirement requirement =
                      control.requirement(benchmark(), exempt, snapshot.account());
                  JudgeOptions options = parameters.judgeOptions(snapshot.takenAt());
                  return new Evaluation(
                      control,
                      isEventRule(control)
                          ? serviceEvents.judge(snapshot, requirement, options)
                          : chains.judge(snapshot, requirement, options));
                })
            .toList();
    return new EvaluationReport(snapshot, evaluations);
  }

  /** The account alone, with everything that can be read of it. */
  Snapshot snapshot() {
    return source.snapshot(true);
  }

  /** Whose wording holds. */
  Benchmark benchmark() {
    return only().orElse(Benchmark.DEFAULT);
  }

  AccountSource source() {
    return source;
  }

  private Optional<Benchmark> only() {
    return Optional.ofNullable(benchmark).map(Controls::benchmark);
  }

  private boolean needsEventRules(List<Control> asked) {
    return parameters.acceptEventBridge() || asked.stream().anyMatch(Judged::isEventRule);
  }

  /**
   * Whether the control's events reach EventBridge only, so that nothing but a rule can see them.
   */
  private static boolean isEventRule(Control control) {
    return control.delivery() == Delivery.EVENTBRIDGE;
  }

  private List<Control> asked(ControlCatalog catalog) {
    if (!controls.isEmpty()) {
      return controls.stream().map(id -> Controls.find(catalog, id)).toList();
    }
    return catalog.controls().stream()
        .filter(control -> only().isEmpty() || control.isIn(only().get()))
        .toList();
  }
}

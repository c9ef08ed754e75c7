package dev.tocsin.cli;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin evaluate}: the verdict on every control for one account. */
@Command(
    name = "evaluate",
    description = {
      "Would a person be told? Judges an account's monitoring, control by control.",
      "Reads a live account with the credentials of the AWS SDK, or a snapshot of one."
    },
    footer = {
      "",
      "Example:",
      "  tocsin evaluate --snapshot shared/examples/accounts/broken-links.json"
          + " --control security-group-changes",
      "",
      "A live account is read only: nothing in it is changed and nothing is reported."
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Terminal terminal;

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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Benchmark> only = Optional.ofNullable(benchmark).map(Controls::benchmark);
    Optional<FilterPattern> exempt = parameters.exempt();
    List<Control> asked = asked(ControlCatalog.load(), only);
    Snapshot snapshot = source.snapshot(parameters.acceptEventBridge());
    JudgeOptions options = parameters.judgeOptions(snapshot.takenAt());
    var judge = new ChainJudge();
    Benchmark wording = only.orElse(Benchmark.DEFAULT);
    List<Evaluation> evaluations =
        asked.parallelStream()
            .map(
                control ->
                    new Evaluation(
                        control,
                        judge.judge(
                            snapshot,
                            control.requirement(wording, exempt, snapshot.account()),
                            options)))
            .toList();
    var report = new EvaluationReport(snapshot, evaluations);
    terminal
        .out()
        .println(format == Format.JSON ? Json.pretty(report.json()) : report.table(terminal));
    return evaluations.stream()
            .anyMatch(e -> e.verdict().complianceType() == ComplianceType.NON_COMPLIANT)
        ? ExitCode.NOT_GOOD
        : ExitCode.GOOD;
  }

  private List<Control> asked(ControlCatalog catalog, Optional<Benchmark> only) {
    if (!controls.isEmpty()) {
      return controls.stream().map(id -> Controls.find(catalog, id)).toList();
    }
    return catalog.controls().stream()
        .filter(control -> only.isEmpty() || control.isIn(only.get()))
        .toList();
  }
}

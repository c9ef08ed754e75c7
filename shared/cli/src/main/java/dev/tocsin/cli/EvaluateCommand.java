package dev.tocsin.cli;

import dev.tocsin.chain.verdict.ComplianceType;
import java.util.concurrent.Callable;
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

  @Mixin private Judged judged;

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
    EvaluationReport report = judged.report();
    terminal
        .out()
        .println(format == Format.JSON ? Json.pretty(report.json()) : report.table(terminal));
    return report.evaluations().stream()
            .anyMatch(e -> e.verdict().complianceType() == ComplianceType.NON_COMPLIANT)
        ? ExitCode.NOT_GOOD
        : ExitCode.GOOD;
  }
}

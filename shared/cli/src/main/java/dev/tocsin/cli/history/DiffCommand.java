package dev.tocsin.cli.history;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin diff}: what became broken or whole between two runs, and who did it. */
@Command(
    name = "diff",
    description = {
      "What became broken or whole between two runs, and who did it?",
      "Compares two documents of `tocsin evaluate --format json`."
    },
    footer = {
      "",
      "Example:",
      "  tocsin diff last.json now.json --records records/2026/11",
      "",
      "Exit code 0; 1 if a control or another of its links became broken; 2 if an input is not what "
          + "it should be."
    })
public final class DiffCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier run.")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later run.")
  private Path after;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description =
          "CloudTrail records of the time between, a file or folder; may be repeated. Names the"
              + " changes to what the chains were made of.")
  private List<Path> records = List.of();

  @Mixin private FormatOption format = FormatOption.table();

  /** The command, writing there. */
  public DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Comparison comparison =
        Comparison.of(VerdictFile.read(before), VerdictFile.read(after), records);
    terminal
        .out()
        .println(
            format.on(terminal) == Format.JSON
                ? Json.pretty(comparison.json())
                : comparison.table());
    if (comparison.isDamaged()) {
      return ExitCode.BAD_INPUT;
    }
    return comparison.isWorse() ? ExitCode.NOT_GOOD : ExitCode.GOOD;
  }
}

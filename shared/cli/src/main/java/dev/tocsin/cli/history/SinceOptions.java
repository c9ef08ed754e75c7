package dev.tocsin.cli.history;

import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Terminal;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What changed since an earlier run, shown beside the verdicts. */
public final class SinceOptions {

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description = "Show what became broken or whole since this run, as `--format json` wrote it.")
  private Path since;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description =
          "With --since: CloudTrail records of the time between, a file or folder; may be repeated."
              + " Names who touched what changed.")
  private List<Path> records = List.of();

  private VerdictFile earlier;

  /**
   * Whether the changes are wanted.
   *
   * @param mixed whether the verdicts go where the changes go, in a form for programs
   * @param several whether there is more than one account
   * @throws InputProblem if they cannot be shown
   */
  public boolean given(boolean mixed, boolean several) {
    if (since == null && !records.isEmpty()) {
      throw new InputProblem("`--records` goes with `--since`. Fix: name the earlier run");
    }
    if (since != null && several) {
      throw new InputProblem(
          "`--since` compares two runs on one account. Fix: evaluate one account, or use `tocsin"
              + " diff`");
    }
    if (since != null && mixed) {
      throw new InputProblem(
          "`--since` prints what changed where the report goes. Fix: write the report to a file"
              + " with `--output`, or leave out `--format`");
    }
    // Read now, since the report may be written over it.
    earlier = since == null ? null : VerdictFile.read(since);
    return since != null;
  }

  /**
   * Prints what changed.
   *
   * @param now the verdicts, as {@code --format json} writes them
   */
  public void print(String now, Terminal terminal) {
    Comparison comparison = Comparison.of(earlier, VerdictFile.parse(now, "this run"), records);
    terminal.out().println(comparison.table());
    if (comparison.isDamaged()) {
      throw new InputProblem("some of `--records` could not be read; they are named above");
    }
  }
}

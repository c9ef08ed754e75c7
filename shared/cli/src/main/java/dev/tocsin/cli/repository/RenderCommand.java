package dev.tocsin.cli.repository;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.rendering.RdkFolders;
import dev.tocsin.rendering.RenderedFile;
import dev.tocsin.rendering.Rendering;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tocsin render}: brings the files that are written from the rule folders up to date. */
@Command(
    name = "render",
    description = {
      "Writes packs, stack, index and pages of controls from the rule folders.",
      "Prints the files that changed."
    },
    footer = {
      "",
      "Example:",
      "  tocsin render --check",
      "",
      "Exit code 1 if --check finds a file out of date."
    })
public final class RenderCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "The clone to work on; default: the one that holds the current folder.")
  private Path root;

  @Option(names = "--check", description = "Write nothing; only say which files are out of date.")
  private boolean check;

  @Option(
      names = "--rdk",
      paramLabel = "FOLDER",
      description =
          "Write folders there that `rdk deploy` takes, instead; build the function first.")
  private Path rdk;

  /** The command, writing there. */
  public RenderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path repository = Repository.root(root, Path.of(""));
    if (rdk != null) {
      return stageForRdk(repository);
    }
    Rendering rendering = Rendering.of(repository);
    List<RenderedFile> changed = check ? rendering.stale() : rendering.write();
    changed.forEach(file -> terminal.out().println(file.path()));
    terminal
        .err()
        .println(
            changed.isEmpty()
                ? rendering.files().size() + " files are up to date"
                : changed.size()
                    + (check
                        ? " files are out of date. Fix: run `tocsin render`"
                        : " files written"));
    return check && !changed.isEmpty() ? ExitCode.NOT_GOOD : ExitCode.GOOD;
  }

  private int stageForRdk(Path repository) {
    int folders = RdkFolders.write(repository, rdk);
    terminal.err().println(folders + " folders written to " + rdk);
    return ExitCode.GOOD;
  }
}

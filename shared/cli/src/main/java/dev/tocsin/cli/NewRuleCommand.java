package dev.tocsin.cli;

import dev.tocsin.cli.render.NewRuleFolder;
import dev.tocsin.cli.render.RenderedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin new-rule}: the folder of a new control, ready to be filled in. */
@Command(
    name = "new-rule",
    description = {
      "Makes the rule folder of a new control.",
      "Its tests fail until it is filled in; each message names the file and what belongs there."
    },
    footer = {"", "Example:", "  tocsin new-rule bedrock-logging-disabled"})
final class NewRuleCommand implements Callable<Integer> {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Terminal terminal;

  @Parameters(
      paramLabel = "ID",
      description = "The control's id in kebab-case; also the name of the AWS Config rule.")
  private String id;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "The clone to work on; default: the one that holds the current folder.")
  private Path root;

  NewRuleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!ID.matcher(id).matches() || id.length() > 128) {
      throw new InputProblem(
          "expected an id of at most 128 characters in kebab-case, found `"
              + id
              + "`. Fix: write it like `root-account-usage`");
    }
    Path repository = Repository.root(root, Path.of(""));
    Path folder = repository.resolve("rules").resolve(id);
    if (Files.exists(folder)) {
      throw new InputProblem("`" + folder + "` exists. Fix: choose another id, or edit that one");
    }
    try {
      for (String directory : NewRuleFolder.DIRECTORIES) {
        Files.createDirectories(folder.resolve(directory));
      }
      for (RenderedFile file : NewRuleFolder.of(id, Tocsin.VERSION)) {
        Files.writeString(repository.resolve(file.path()), file.text());
        terminal.out().println(file.path());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write below `" + folder + "`", e);
    }
    terminal
        .err()
        .println(
            "Fill it in as `mvn -B -q test -pl shared/control-catalog -am` asks, then run"
                + " `tocsin render`");
    return ExitCode.GOOD;
  }
}

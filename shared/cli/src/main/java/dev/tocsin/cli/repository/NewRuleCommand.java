package dev.tocsin.cli.repository;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.rendering.NewRuleFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
public final class NewRuleCommand implements Callable<Integer> {

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

  /** The command, writing there. */
  public NewRuleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    NewRuleFolder.write(Repository.root(root, Path.of("")), id, Tool.VERSION)
        .forEach(file -> terminal.out().println(file.path()));
    NewRuleFolder.asks().forEach(line -> terminal.err().println(line));
    terminal
        .err()
        .println(
            "Fill it in as `tocsin render --check` asks, in a second a round; then run"
                + " `mvn -B -q test -pl shared/control-catalog -am`, which decides its records and"
                + " filters, and `tocsin render`");
    return ExitCode.GOOD;
  }
}

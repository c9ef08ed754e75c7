package dev.tocsin.cli.account;

import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Extent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin snapshot}: an account's monitoring as a file, to be judged elsewhere or later. */
@Command(
    name = "snapshot",
    description = {
      "Reads an account's trails, filters, alarms, topics and EventBridge rules into JSON.",
      "`tocsin evaluate --snapshot` judges it without AWS; nothing in the account is changed."
    },
    footer = {"", "Example:", "  tocsin snapshot --profile audit > account.json"})
public final class SnapshotCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private LiveOptions live;

  /** The command, writing there. */
  public SnapshotCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().println(SnapshotJson.write(live.read(Extent.WHOLE, terminal)));
    return ExitCode.GOOD;
  }
}

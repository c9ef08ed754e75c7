package dev.tocsin.cli.account;

import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.Extent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where an account's monitoring is read from: a file, or else AWS. */
final class AccountSource {

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "Read this file, as written by `tocsin snapshot`, instead of AWS.")
  private Path file;

  @ArgGroup(exclusive = false)
  private LiveOptions live = new LiveOptions();

  Snapshot snapshot(Extent extent) {
    return file == null
        ? TimeLimit.start().meet("reading the account", () -> live.read(extent))
        : read(file);
  }

  /** The same with what a repair could write to; a file has what it has. */
  Snapshot snapshotForRepair(Extent extent, Optional<String> topicArn) {
    return file == null ? live.account().readForRepair(extent, topicArn) : read(file);
  }

  /** The live account; not to be asked for where it is a file. */
  LiveAccount live() {
    return live.account();
  }

  /** Whether it is a file. */
  boolean isFile() {
    return file != null;
  }

  /** The Region that is named. */
  Optional<String> region() {
    return live.region();
  }

  /** How AWS is asked about a missed event of that account. */
  Confirmation.Replay replay() {
    return live::confirm;
  }

  /** The options that lead the AWS CLI to the same account. */
  List<String> awsCliOptions() {
    return live.awsCliOptions();
  }

  private static Snapshot read(Path file) {
    try {
      return SnapshotJson.read(InputFiles.text(file), file.toString());
    } catch (BadSnapshot problem) {
      throw new InputProblem(problem.getMessage());
    }
  }
}

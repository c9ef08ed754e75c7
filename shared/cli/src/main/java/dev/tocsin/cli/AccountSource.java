package dev.tocsin.cli;

import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import java.nio.file.Path;
import java.util.List;
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

  Snapshot snapshot(boolean withEventRules) {
    return file == null ? live.read(withEventRules) : read(file);
  }

  /** Whether it is a file. */
  boolean isFile() {
    return file != null;
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

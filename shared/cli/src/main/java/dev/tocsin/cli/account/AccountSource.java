package dev.tocsin.cli.account;

import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where an account's monitoring is read from: a file, or else AWS. */
final class AccountSource {

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description =
          "Read this file, as written by `tocsin snapshot`, instead of AWS; `-` is standard input."
              + " Several, or a folder of them, are answered with a JSON line each.")
  private List<Path> files = List.of();

  @ArgGroup(exclusive = false)
  private LiveOptions live = new LiveOptions();

  Snapshot snapshot(Extent extent, Terminal terminal) {
    return !isFile()
        ? TimeLimit.start().meet("reading the account", () -> live.read(extent, terminal))
        : read(single());
  }

  /** The same with what a repair could write to; a file has what it has. */
  Snapshot snapshotForRepair(Extent extent, Optional<String> topicArn) {
    return isFile() ? read(single()) : live.account().readForRepair(extent, topicArn);
  }

  /** The live account; not to be asked for where it is a file. */
  LiveAccount live() {
    return live.account();
  }

  /** Whether it is a file. */
  boolean isFile() {
    return !files.isEmpty();
  }

  /** The files, where there may be several of them; empty iff there is one at most. */
  List<Path> several() {
    boolean isFolder = files.stream().anyMatch(Files::isDirectory);
    if (files.size() < 2 && !isFolder) {
      return List.of();
    }
    List<Path> all = files.stream().flatMap(AccountSource::below).toList();
    if (all.isEmpty()) {
      throw new InputProblem(
          "expected snapshots in `%s`, found no file that ends in .json".formatted(files.get(0)));
    }
    return all;
  }

  private static Stream<Path> below(Path file) {
    if (!Files.isDirectory(file)) {
      return Stream.of(file);
    }
    try (Stream<Path> listed = Files.list(file)) {
      return listed.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream();
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  private Path single() {
    if (files.size() > 1) {
      throw new InputProblem("expected one `--snapshot`, found " + files.size());
    }
    return files.get(0);
  }

  /** Whether an option leads to an account that is live. */
  boolean namesAnAccount() {
    return !live.account().equals(LiveAccount.UNNAMED);
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

  static Snapshot read(Path file) {
    try {
      return SnapshotJson.read(InputFiles.account(file), InputFiles.name(file));
    } catch (BadSnapshot problem) {
      throw new InputProblem(problem.getMessage());
    }
  }
}

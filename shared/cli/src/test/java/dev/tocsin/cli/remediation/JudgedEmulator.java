package dev.tocsin.cli.remediation;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.SnapshotReader;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.eventbridge.ServiceEventJudge;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.filterpattern.Requirement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the emulator's account as the function does, and judges it. */
final class JudgedEmulator {

  static final String REGION = "us-east-1";
  static final ControlCatalog CATALOG = ControlCatalog.load();

  private final AwsEmulator emulator;

  JudgedEmulator(AwsEmulator emulator) {
    this.emulator = emulator;
    System.setProperty("aws.accessKeyId", "emulator");
    System.setProperty("aws.secretAccessKey", "emulator");
  }

  Verdict verdict(String control) {
    return verdicts(List.of(CATALOG.find(control).orElseThrow())).get(0);
  }

  List<Verdict> verdicts(List<Control> controls) {
    Snapshot snapshot = snapshot();
    JudgeOptions options = JudgeOptions.at(snapshot.takenAt());
    return controls.parallelStream()
        .map(
            control -> {
              Requirement requirement =
                  control.requirement(
                      Benchmark.DEFAULT, List.of(), snapshot.account(), snapshot.region());
              return control.isSeenByTrails()
                  ? new ChainJudge().judge(snapshot, requirement, options)
                  : new ServiceEventJudge().judge(snapshot, requirement, options);
            })
        .toList();
  }

  private Snapshot snapshot() {
    try (AwsClients clients =
        AwsClients.of(Optional.of(emulator.endpoint()), Optional.empty(), Optional.of(REGION))) {
      SnapshotRequest request = SnapshotRequest.of(AwsEmulator.ACCOUNT_ID, REGION);
      return new SnapshotReader(clients, Clock.systemUTC()).read(request.withEventRules());
    }
  }
}

package dev.tocsin.emulator;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.emulator");
  }

  @Override
  protected Set<String> face() {
    return Set.of(
        "AnswerFault",
        "FaultProxy",
        "FaultedAccount",
        "ProxiedRun",
        "RandomRun",
        "Recorder",
        "Recording",
        "WireFault");
  }

  /** Calls as AWS names them. */
  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("Audit", "Deidentify", "DescribeAlarms", "PutMetricAlarm");
  }
}

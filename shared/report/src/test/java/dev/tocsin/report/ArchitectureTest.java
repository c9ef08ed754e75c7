package dev.tocsin.report;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.report");
  }

  /** The command line lays out its other texts as the table's. */
  @Override
  protected Set<String> face() {
    return Set.of("Wrapped");
  }

  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("AwsSecurityFinding");
  }
}

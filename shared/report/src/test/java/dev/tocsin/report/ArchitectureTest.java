package dev.tocsin.report;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.report");
  }

  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("AwsSecurityFinding");
  }
}

package dev.tocsin.records;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.records");
  }

  /** A member of an answer of AWS. */
  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("CloudTrailEvent");
  }
}

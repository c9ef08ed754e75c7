package dev.tocsin.architecture;

import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.architecture");
  }

  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("ArchitectureTest", "CamelCase");
  }
}

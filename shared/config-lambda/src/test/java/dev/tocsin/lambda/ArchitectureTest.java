package dev.tocsin.lambda;

import dev.tocsin.architecture.ArchitectureRules;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.lambda");
  }
}

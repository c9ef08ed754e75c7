package dev.tocsin.drill;

import dev.tocsin.architecture.ArchitectureRules;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.drill");
  }
}

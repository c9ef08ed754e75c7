package dev.tocsin.evaluation;

import dev.tocsin.architecture.ArchitectureRules;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.evaluation");
  }
}

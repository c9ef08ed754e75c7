package dev.tocsin.remediation;

import dev.tocsin.architecture.ArchitectureRules;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.remediation");
  }
}

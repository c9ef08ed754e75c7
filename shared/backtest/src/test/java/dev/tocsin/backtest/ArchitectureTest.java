package dev.tocsin.backtest;

import dev.tocsin.architecture.ArchitectureRules;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.backtest");
  }
}

package dev.tocsin.backtest;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.backtest");
  }

  /** What the outputs name and the command line asks. */
  @Override
  protected Set<String> face() {
    return Set.of("BacktestQuery", "Heavy", "QueryAnswer", "TrailTable");
  }
}

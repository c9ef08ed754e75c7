package dev.tocsin.cli;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.cli");
  }

  /** Used elsewhere by constants or nested types only, which leave no trace in class files. */
  @Override
  protected Set<String> face() {
    return Set.of("ExitCode");
  }
}

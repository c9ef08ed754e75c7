package dev.tocsin.catalog;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.catalog");
  }

  /** A schedule as AWS Config writes it. */
  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("TwentyFour_Hours");
  }
}

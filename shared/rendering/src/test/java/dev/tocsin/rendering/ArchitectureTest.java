package dev.tocsin.rendering;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.rendering");
  }

  /** Keys of templates. */
  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("Content", "Resources", "SecurityGroupChanges");
  }
}

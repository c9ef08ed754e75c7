package dev.tocsin.infrastructure;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.infrastructure");
  }

  /** Names of AWS and of its template language. */
  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of(
        "Condition",
        "CreateTrail",
        "InvalidCloudWatchLogsRoleArnException",
        "Key",
        "Name",
        "PutEventSelectors",
        "Ref",
        "Value");
  }
}

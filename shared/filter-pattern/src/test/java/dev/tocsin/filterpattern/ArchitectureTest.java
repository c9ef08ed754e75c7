package dev.tocsin.filterpattern;

import dev.tocsin.architecture.ArchitectureRules;
import java.util.Set;

final class ArchitectureTest extends ArchitectureRules {

  ArchitectureTest() {
    super("dev.tocsin.filterpattern");
  }

  @Override
  protected Set<String> face() {
    return Set.of(
        "Answers",
        "Correction",
        "Deliberate",
        "EngineDefect",
        "EventPattern",
        "EventPatternProblem",
        "Explainer",
        "Explanation",
        "KeyMismatch",
        "JsonProblem",
        "Known",
        "Missing",
        "ParsedEventPattern",
        "Shared");
  }

  @Override
  protected Set<String> wordsOfOthers() {
    return Set.of("DeleteX", "DisableKey", "DisableKeyX", "Infinity", "PutMetricFilter");
  }
}

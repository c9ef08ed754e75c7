package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rule that a plan repairs. A document names its control only; what is exempt and what counts
 * is what AWS Config holds for the rule, or a repair would undo what the rule allows.
 */
final class RepairedRule {
  private RepairedRule() {}

  /**
   * The parameters to plan for: the rule's own, and the event's where no rule judges its control.
   *
   * @param event names a control and, where several rules judge it, a benchmark
   * @param rules the parameters of the function's rules by name, as JSON
   * @throws BadInvocation if rules that answer to it ask different things
   */
  static ObjectNode parameters(RuleEvent event, SortedMap<String, String> rules) {
    ObjectNode asked = JsonObjects.parse("ruleParameters", event.ruleParameters());
    SortedMap<String, ObjectNode> candidates = new TreeMap<>();
    rules.forEach(
        (name, json) -> {
          ObjectNode own = JsonObjects.parse("InputParameters of " + name, json);
          if (text(own, "control").equals(text(asked, "control"))
              && (text(asked, "benchmark").isEmpty()
                  || text(own, "benchmark").equals(text(asked, "benchmark")))) {
            candidates.put(name, own);
          }
        });
    if (candidates.values().stream().distinct().count() > 1) {
      throw BadInvocation.of(
          "control",
          "one rule that judges it, or rules with the same parameters (name the `Benchmark`, or"
              + " repair with `tocsin remediate`)",
          described(candidates));
    }
    return candidates.isEmpty() ? asked : candidates.get(candidates.firstKey());
  }

  private static String described(Map<String, ObjectNode> candidates) {
    return candidates.entrySet().stream()
        .map(rule -> "`" + rule.getKey() + "` with `" + rule.getValue() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String text(ObjectNode parameters, String name) {
    return parameters.path(name).asText("").strip();
  }
}

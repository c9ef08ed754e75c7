package dev.tocsin.cli.render;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.RuleSets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The stack of one account: function, role, permission, log group, rules. */
final class Stack {

  /** A rule set that the stack can deploy, and the benchmark whose wording its rules hold to. */
  record RuleSetEntry(String id, String condition, String benchmark) {}

  /** A rule with the condition under which the chosen rule set has it. */
  record StackRule(RuleEntry rule, String membership) {}

  private Stack() {}

  static RenderedFile of(ControlCatalog catalog) {
    List<RuleSetEntry> ruleSets =
        RuleSets.KNOWN.stream()
            .filter(ruleSet -> !catalog.inRuleSet(ruleSet).isEmpty())
            .map(
                ruleSet ->
                    new RuleSetEntry(
                        ruleSet,
                        condition(ruleSet),
                        RuleSets.BENCHMARKS.getOrDefault(ruleSet, Benchmark.DEFAULT).id()))
            .toList();
    Map<String, Object> model =
        Map.of(
            "ruleSets", ruleSets,
            "rules", catalog.controls().stream().map(Stack::rule).toList(),
            "statements", RoleStatements.read());
    return new RenderedFile(
        Path.of("cloudformation", "tocsin.yaml"), Templates.fill("stack/tocsin.yaml", model));
  }

  private static StackRule rule(Control control) {
    List<String> conditions =
        RuleSets.KNOWN.stream()
            .filter(control.ruleSets()::contains)
            .map(ruleSet -> "!Condition " + condition(ruleSet))
            .toList();
    return new StackRule(RuleEntry.of(control), anyOf(conditions));
  }

  /** CloudFormation's {@code !Or} takes two to ten conditions. */
  private static String anyOf(List<String> conditions) {
    return conditions.size() == 1
        ? conditions.get(0)
        : "!Or [" + String.join(", ", conditions) + "]";
  }

  private static String condition(String ruleSet) {
    return "Deploys" + Yaml.logicalId(ruleSet);
  }
}

package dev.tocsin.rendering;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.RuleSets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The stack of one account: function, roles, permission, log group, alarms, documents, rules. */
final class Stack {

  /** A rule set that the stack can deploy, and the benchmark whose wording its rules hold to. */
  record RuleSetEntry(String id, String condition, String benchmark) {}

  /** A pack inside the stack; a rule set that is too large for one has several. */
  record PackEntry(String logicalId, String condition, String name, String body) {}

  /** A rule with the condition under which the chosen rule set has it. */
  record StackRule(RuleEntry rule, String membership) {}

  private Stack() {}

  static RenderedFile of(Path root, ControlCatalog catalog, RemediationDocuments documents) {
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
            "rules", catalog.controls().stream().flatMap(Stack::rule).toList(),
            "packs", ruleSets.stream().flatMap(ruleSet -> packs(ruleSet, catalog)).toList(),
            "documents", documents.resources(),
            "services", Reevaluation.services(),
            "script", Reevaluation.script(root),
            "statements", RoleStatements.all(root),
            "remediationStatements", RemediationRole.statements(root));
    String text = Templates.fill("stack/tocsin.yaml", model);
    Limit.TEMPLATE_BYTES.require("tocsin.yaml", Limit.bytes(text));
    Limit.TEMPLATE_RESOURCES.require("tocsin.yaml", Yaml.count(text, "Resources"));
    Limit.TEMPLATE_PARAMETERS.require("tocsin.yaml", Yaml.count(text, "Parameters"));
    return new RenderedFile(Path.of("cloudformation", "tocsin.yaml"), text);
  }

  private static Stream<PackEntry> packs(RuleSetEntry ruleSet, ControlCatalog catalog) {
    Benchmark benchmark = Benchmark.of(ruleSet.benchmark()).orElseThrow();
    List<String> bodies = Packs.inlineBodies(catalog.inRuleSet(ruleSet.id()), benchmark);
    String name = ruleSet.id().replace('.', '-');
    return IntStream.range(0, bodies.size())
        .mapToObj(
            part -> {
              String suffix = bodies.size() == 1 ? "" : "-" + (part + 1);
              return new PackEntry(
                  Yaml.logicalId(ruleSet.id() + suffix),
                  ruleSet.condition(),
                  name + suffix,
                  Yaml.indented(bodies.get(part), 8));
            });
  }

  /** Nothing for a control that is only in sets of a user's own. */
  private static Stream<StackRule> rule(Control control) {
    List<String> conditions =
        RuleSets.KNOWN.stream()
            .filter(control.ruleSets()::contains)
            .map(ruleSet -> "!Condition " + condition(ruleSet))
            .toList();
    return conditions.isEmpty()
        ? Stream.empty()
        : Stream.of(new StackRule(RuleEntry.of(control), anyOf(conditions)));
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

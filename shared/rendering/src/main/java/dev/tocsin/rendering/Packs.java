package dev.tocsin.rendering;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.RuleSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One conformance pack for each rule set. */
final class Packs {

  /** Leaves room for what CloudFormation puts in place of {@code ${…}}. */
  private static final int MAX_STACK_BYTES = 48_000;

  /** What somebody who sends a pack by hand writes over. */
  private static final String EXAMPLE_ROLE =
      "arn:aws:iam::111122223333:role/tocsin-remediation-us-east-1";

  /** For CloudFormation to fill in before the pack is made. */
  private static final String STACK_ROLE =
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/tocsin-remediation-${AWS::Region}";

  private Packs() {}

  static List<RenderedFile> of(ControlCatalog catalog) {
    List<RenderedFile> packs = new ArrayList<>();
    for (String ruleSet : RuleSets.KNOWN) {
      List<Control> controls = catalog.inRuleSet(ruleSet);
      if (!controls.isEmpty()) {
        packs.add(pack(ruleSet, controls));
      }
    }
    return packs;
  }

  private static RenderedFile pack(String ruleSet, List<Control> controls) {
    Limit.PACK_RULES.require(ruleSet, controls.size());
    Benchmark benchmark = RuleSets.BENCHMARKS.get(ruleSet);
    Map<String, Object> model = new HashMap<>();
    model.put("ruleSet", ruleSet);
    model.put("count", controls.size());
    model.put("benchmark", benchmark == null ? false : benchmark.id());
    model.put("rules", controls.stream().map(RuleEntry::of).toList());
    model.put("remediationRole", EXAMPLE_ROLE);
    model.put("needsS3", false);
    String text = Templates.fill("pack/pack.yaml", model);
    if (!Limit.INLINE_PACK_BYTES.allows(Limit.bytes(text))) {
      model.put("needsS3", true);
      text = Templates.fill("pack/pack.yaml", model);
    }
    Limit.PACK_BYTES.require(ruleSet, Limit.bytes(text));
    Limit.PACK_PARAMETERS.require(ruleSet, Yaml.count(text, "Parameters"));
    return new RenderedFile(
        Path.of("cloudformation", "conformance-packs", ruleSet + ".yaml"), text);
  }

  /**
   * A rule set as bodies of packs that the stack sends inline: as few as fit.
   *
   * @param benchmark whose wording the rules hold to
   */
  static List<String> inlineBodies(List<Control> controls, Benchmark benchmark) {
    String body =
        Templates.fill(
            "pack/body.yaml",
            Map.of(
                "benchmark", benchmark.id(),
                "rules", controls.stream().map(RuleEntry::of).toList(),
                "remediationRole", STACK_ROLE));
    if (Limit.bytes(body) <= MAX_STACK_BYTES) {
      return List.of(body);
    }
    int half = (controls.size() + 1) / 2;
    List<String> bodies = new ArrayList<>(inlineBodies(controls.subList(0, half), benchmark));
    bodies.addAll(inlineBodies(controls.subList(half, controls.size()), benchmark));
    return bodies;
  }
}

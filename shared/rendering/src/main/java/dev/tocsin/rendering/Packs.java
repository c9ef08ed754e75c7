package dev.tocsin.rendering;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.RuleSets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One conformance pack for each rule set. */
final class Packs {

  /** The most rules AWS Config takes in a pack. */
  private static final int MAX_RULES = 130;

  /** The largest template that can be sent inline; a larger one must be in S3. */
  static final int MAX_INLINE_BYTES = 51_200;

  private static final int MAX_BYTES = 300 * 1024;

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
    if (controls.size() > MAX_RULES) {
      throw new IllegalStateException(
          "rule set `"
              + ruleSet
              + "` has "
              + controls.size()
              + " rules, a pack takes "
              + MAX_RULES);
    }
    Benchmark benchmark = RuleSets.BENCHMARKS.get(ruleSet);
    Map<String, Object> model = new HashMap<>();
    model.put("ruleSet", ruleSet);
    model.put("count", controls.size());
    model.put("benchmark", benchmark == null ? false : benchmark.id());
    model.put("rules", controls.stream().map(RuleEntry::of).toList());
    model.put("remediationRole", EXAMPLE_ROLE);
    model.put("needsS3", false);
    String text = Templates.fill("pack/pack.yaml", model);
    if (size(text) > MAX_INLINE_BYTES) {
      model.put("needsS3", true);
      text = Templates.fill("pack/pack.yaml", model);
    }
    if (size(text) > MAX_BYTES) {
      throw new IllegalStateException(
          "pack `" + ruleSet + "` has " + size(text) + " bytes, AWS Config takes " + MAX_BYTES);
    }
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
    if (size(body) <= MAX_STACK_BYTES) {
      return List.of(body);
    }
    int half = (controls.size() + 1) / 2;
    List<String> bodies = new ArrayList<>(inlineBodies(controls.subList(0, half), benchmark));
    bodies.addAll(inlineBodies(controls.subList(half, controls.size()), benchmark));
    return bodies;
  }

  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

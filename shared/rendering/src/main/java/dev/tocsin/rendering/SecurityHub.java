package dev.tocsin.rendering;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Security Hub automation rules: the severity of controls on their findings, by a rule for each
 * severity and {@link #MOST_CONTROLS} controls. A control more changes the rules of its severity
 * only, and the number of none.
 */
final class SecurityHub {

  /**
   * Botocore's model of CreateAutomationRule, Criteria.Title: 100 filters, of which a control takes
   * two, for its rule alone and in a pack.
   */
  private static final int MOST_CONTROLS = 50;

  /** Automation rules run by this number, 1 to 1000; the operator's own fit before and behind. */
  private static final int FIRST_ORDER = 500;

  /** The numbers kept for each severity: as many as there may be rules of all of them. */
  private static final int ORDERS = 100;

  private static final List<Severity> WORST_FIRST =
      Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).toList();

  /** An automation rule, for controls of one severity. */
  record Rule(String id, String logicalId, String severity, int order, List<Control> controls) {}

  private SecurityHub() {}

  static RenderedFile of(ControlCatalog catalog) {
    List<Rule> rules = new ArrayList<>();
    int first = FIRST_ORDER;
    for (Severity severity : WORST_FIRST) {
      rules.addAll(rules(severity, first, catalog));
      first += ORDERS;
    }
    Limit.AUTOMATION_RULES.require("automation-rules.yaml", rules.size());
    return new RenderedFile(
        Path.of("cloudformation", "security-hub", "automation-rules.yaml"),
        Templates.fill("security-hub/automation-rules.yaml", Map.of("rules", rules)));
  }

  private static List<Rule> rules(Severity severity, int first, ControlCatalog catalog) {
    List<Control> controls =
        catalog.controls().stream().filter(control -> control.severity() == severity).toList();
    List<Rule> rules = new ArrayList<>();
    for (int from = 0; from < controls.size(); from += MOST_CONTROLS) {
      String id = severity.id() + "-" + (rules.size() + 1);
      rules.add(
          new Rule(
              id,
              Yaml.logicalId(id),
              severity.name().toUpperCase(Locale.ROOT),
              first + rules.size(),
              controls.subList(from, Math.min(from + MOST_CONTROLS, controls.size()))));
    }
    return rules;
  }
}

package dev.tocsin.rendering;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Security Hub automation rules: each control's own severity and page on its findings. */
final class SecurityHub {

  /** Automation rules run by this number, 1 to 1000; the operator's own fit before and behind. */
  private static final int FIRST_ORDER = 500;

  /** A control as its automation rule names it. */
  record Rule(String id, String logicalId, String title, String severity, int order) {}

  private SecurityHub() {}

  static RenderedFile of(ControlCatalog catalog) {
    var controls = catalog.controls();
    Limit.AUTOMATION_RULES.require("automation-rules.yaml", controls.size());
    return new RenderedFile(
        Path.of("cloudformation", "security-hub", "automation-rules.yaml"),
        Templates.fill(
            "security-hub/automation-rules.yaml",
            Map.of(
                "controls",
                IntStream.range(0, controls.size())
                    .mapToObj(i -> rule(controls.get(i), FIRST_ORDER + i))
                    .toList())));
  }

  private static Rule rule(Control control, int order) {
    return new Rule(
        control.id(),
        Yaml.logicalId(control.id()),
        Yaml.quoted(control.title()),
        control.severity().name().toUpperCase(Locale.ROOT),
        order);
  }
}

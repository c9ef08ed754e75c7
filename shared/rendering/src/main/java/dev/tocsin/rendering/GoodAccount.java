package dev.tocsin.rendering;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Delivery;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The exemplary account: a filter and an alarm for every control, as remediation would add them.
 */
final class GoodAccount {

  /** A control's filter and alarm; {@code pattern} is a JSON string. */
  record Alarm(String id, String metric, String pattern) {}

  /** The EventBridge rule of a control that no trail carries; {@code pattern} is a JSON string. */
  record Rule(String id, String pattern) {}

  private GoodAccount() {}

  static RenderedFile of(ControlCatalog catalog) {
    List<Alarm> alarms =
        catalog.controls().stream()
            .filter(control -> control.delivery() == Delivery.CLOUDTRAIL)
            .map(GoodAccount::alarm)
            .toList();
    List<Rule> rules =
        catalog.controls().stream()
            .filter(control -> control.delivery() == Delivery.EVENTBRIDGE)
            .flatMap(GoodAccount::rule)
            .toList();
    Map<String, Object> model =
        Map.of("alarms", alarms, "rules", rules, "namespace", Control.METRIC_NAMESPACE);
    return new RenderedFile(
        Path.of("shared", "examples", "accounts", "good.json"),
        Templates.fill("example/good.json", model));
  }

  private static Alarm alarm(Control control) {
    return new Alarm(
        control.id(),
        control.metricName(),
        Yaml.quoted(control.deployable(Benchmark.DEFAULT).strip()));
  }

  private static Stream<Rule> rule(Control control) {
    return control.eventPattern().stream()
        .map(pattern -> new Rule(control.id(), Yaml.quoted(pattern.toString())));
  }
}

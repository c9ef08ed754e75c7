package dev.tocsin.rendering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Deployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The exemplary account: for every control what remediation's own calls make, notifying a topic
 * that the account had before.
 */
final class GoodAccount {

  private static final String ARN = "arn:aws:%s:us-east-1:111122223333:%s";
  private static final String TOPIC = ARN.formatted("sns", "security-alarms");
  private static final String LOG_GROUP = "cloudtrail/management-events";

  /** Objects as JSON texts, each indented to stand in a list. */
  private record Made(List<String> filters, List<String> alarms, List<String> rules) {}

  private GoodAccount() {}

  static RenderedFile of(ControlCatalog catalog, Calls calls) {
    Made made = new Made(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Control control : catalog.controls()) {
      add(control, calls, made);
    }
    return new RenderedFile(
        Path.of("shared", "examples", "accounts", "good.json"),
        Templates.fill(
            "example/good.json",
            Map.of(
                "filters", String.join(",\n", made.filters()),
                "alarms", String.join(",\n", made.alarms()),
                "rules", String.join(",\n", made.rules()))));
  }

  private static void add(Control control, Calls calls, Made made) {
    Deployment deployment = control.deployment(Benchmark.DEFAULT);
    if (deployment instanceof Deployment.FilterAndAlarm filter) {
      made.filters()
          .add(
              json(calls.parameters("PutMetricFilter", values(control, filter.pattern().strip()))));
      ObjectNode alarm = calls.parameters("PutMetricAlarm", values(control, ""));
      alarm.remove("Tags");
      alarm.put(
          "AlarmArn", ARN.formatted("cloudwatch", "alarm:" + alarm.path("AlarmName").asText()));
      made.alarms().add(json(alarm.put("StateValue", "OK")));
    } else if (deployment instanceof Deployment.EventRule rule) {
      ObjectNode put = calls.parameters("PutRule", values(control, rule.eventPattern()));
      put.remove("Tags");
      put.put("Arn", ARN.formatted("events", "rule/" + put.path("Name").asText()));
      put.put("EventBusName", "default");
      put.set("Targets", calls.parameters("PutTargets", values(control, "")).get("Targets"));
      made.rules().add(json(put));
    }
  }

  private static Map<String, String> values(Control control, String pattern) {
    return Map.of(
        "control", control.id(),
        "title", control.title(),
        "logGroup", LOG_GROUP,
        "topicArn", TOPIC,
        "pattern", pattern,
        "eventPattern", pattern);
  }

  private static String json(ObjectNode object) {
    return Yaml.indented(object.toPrettyString(), 8);
  }
}

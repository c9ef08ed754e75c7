package dev.tocsin.rendering;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The SSM Automation documents: one template, the same scripts; each has its own list of calls. */
final class RemediationDocuments {

  private static final Path FOLDER = Path.of("cloudformation", "remediation");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> TELLING =
      List.of("sns:CreateTopic", "sns:SetTopicAttributes", "sns:Subscribe");

  private final Path folder;

  /**
   * A document.
   *
   * @param about what it does, in lines
   * @param allowed the calls it makes of a plan, up to the first that is none of them
   */
  private record Document(
      String name, String file, List<String> about, boolean anyControl, List<String> allowed) {

    boolean makesATrail() {
      return allowed.contains("cloudtrail:CreateTrail");
    }

    boolean letsATrailDeliver() {
      return allowed.contains("cloudtrail:UpdateTrail");
    }
  }

  private static final Document FILTER_AND_ALARM =
      new Document(
          "Tocsin-CreateMetricFilterAndAlarm",
          "create-metric-filter-and-alarm.yaml",
          List.of(
              "Makes a control's events reach somebody: mends the alarm that is there (its actions on, a topic, the topic's policy, a",
              "subscription), or puts the metric filter and the alarm `tocsin-<control>` on the log group of the judged trail. Nothing",
              "that works is replaced, and a control that holds is left alone."),
          false,
          with(
              TELLING,
              "cloudwatch:EnableAlarmActions",
              "cloudwatch:PutMetricAlarm",
              "logs:PutMetricFilter"));

  private static final Document EVENT_RULE =
      new Document(
          "Tocsin-CreateEventRule",
          "create-event-rule.yaml",
          List.of(
              "Puts the EventBridge rule `tocsin-<control>` on this Region's default bus, with the topic given, or `tocsin-alarms`, as its",
              "target. For controls whose form is an EventBridge rule."),
          false,
          with(TELLING, "events:PutRule", "events:PutTargets"));

  private static final Document DELIVERY =
      new Document(
          "Tocsin-DeliverTrailToCloudWatchLogs",
          "deliver-trail-to-cloudwatch-logs.yaml",
          List.of(
              "Gives the judged trail, if it delivers to no log group, the log group `tocsin-cloudtrail` and the stack's role to write to",
              "it, and starts logging. A trail that delivers keeps its group, in whatever account that is."),
          true,
          List.of(
              "cloudtrail:StartLogging",
              "cloudtrail:UpdateTrail",
              "logs:CreateLogGroup",
              "logs:PutRetentionPolicy"));

  private static final Document TRAIL =
      new Document(
          "Tocsin-CreateMultiRegionTrail",
          "create-multi-region-trail.yaml",
          List.of(
              "Creates the multi-Region trail `tocsin-trail` into a bucket that exists and whose policy lets CloudTrail write, and starts",
              "logging. Made only where there is no multi-Region trail, because a second copy of management events costs money."),
          true,
          List.of("cloudtrail:CreateTrail", "cloudtrail:StartLogging"));

  private static final List<Document> ALL = List.of(FILTER_AND_ALARM, EVENT_RULE, DELIVERY, TRAIL);

  /** The document that makes what a control asks for. */
  static String nameFor(Control control) {
    return control.deployment(Benchmark.DEFAULT) instanceof Deployment.EventRule
        ? EVENT_RULE.name()
        : FILTER_AND_ALARM.name();
  }

  RemediationDocuments(Path root) {
    this.folder = root.resolve(FOLDER);
  }

  /** Every document, for {@code aws ssm create-document}. */
  List<RenderedFile> files() {
    List<RenderedFile> files = new ArrayList<>();
    for (Document document : ALL) {
      String text = text(document, "tocsin", List.of());
      Limit.DOCUMENT_BYTES.require(document.name(), sentBytes(text));
      files.add(new RenderedFile(FOLDER.resolve(document.file()), text));
    }
    return files;
  }

  /**
   * The documents as resources of the stack: name, logical id, content indented to stand below
   * {@code Content}.
   */
  List<Map<String, String>> resources() {
    List<Map<String, String>> resources = new ArrayList<>();
    for (Document document : ALL) {
      resources.add(
          Map.of(
              "name", document.name(),
              "logicalId", Yaml.logicalId(document.file().replace(".yaml", "")),
              "content",
                  Yaml.indented(
                      text(document, "!Ref FunctionName", List.of("!GetAtt DeliveryRole.Arn")),
                      8)));
    }
    return resources;
  }

  /**
   * What counts against the limit: by hand the YAML is sent as it is, and CloudFormation sends the
   * same as JSON.
   */
  static int sentBytes(String yaml) {
    Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return Math.max(Limit.bytes(yaml), Limit.bytes(json(content)));
  }

  /**
   * The document.
   *
   * @param deliveryRole the default of its parameter; nothing outside the stack that makes the role
   */
  private String text(Document document, String functionName, List<String> deliveryRole) {
    return Templates.fill(
        "remediation/document.yaml",
        Map.ofEntries(
            entry(
                "header",
                "# generated by `tocsin render` from cloudformation/remediation/scripts/; edit that"),
            entry("description", Yaml.indented(String.join("\n", document.about()), 2)),
            entry("functionName", functionName),
            entry("anyControl", document.anyControl()),
            entry("notifies", !document.anyControl()),
            entry("makesATrail", document.makesATrail()),
            entry("letsATrailDeliver", document.letsATrailDeliver()),
            entry("deliveryRole", deliveryRole),
            entry("allowed", document.allowed()),
            entry("script", Yaml.indented(script("carrier.py"), 8)),
            entry("reevaluateScript", Yaml.indented(script("reevaluate.py"), 8))));
  }

  private String script(String name) {
    Path script = folder.resolve("scripts").resolve(name);
    try {
      return Files.readString(script);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + script + "`", e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> with(List<String> calls, String... more) {
    return Stream.concat(calls.stream(), Stream.of(more)).sorted().toList();
  }
}

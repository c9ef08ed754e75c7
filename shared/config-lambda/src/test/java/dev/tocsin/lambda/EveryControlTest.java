package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every control of the catalog, end to end: an account built the way the benchmarks say is
 * compliant, and each link of it that is broken makes every control non-compliant for that reason.
 */
@WithEmulator
class EveryControlTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Control> ALL =
      ControlCatalog.load().controls().stream().filter(Control::isSeenByTrails).toList();
  private static final List<Control> CIS =
      ALL.stream().filter(control -> control.isIn(Benchmark.DEFAULT)).toList();

  /** The same document describes the report of {@code tocsin evaluate}. */
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              Path.of(
                      System.getProperty("tocsin.root"),
                      "shared/docs/schemas/tocsin-verdict-1.schema.json")
                  .toUri());

  private AwsEmulator aws;
  private MonitoredAccount account;
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void anAccountWithATrailAndATopic(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, Events.REGION).createTrail().createTopic("alerts");
  }

  @Test
  void accountBuiltAsTheBenchmarksSayIsCompliant() {
    watch(ALL);

    assertEach(evaluate(ALL), "COMPLIANT");
  }

  @Test
  void allControlsOfTheNewestBenchmarkTogetherTakeTenReadingCalls() {
    watch(CIS);

    assertEach(evaluate(CIS), "COMPLIANT");
    assertThat(aws.requests())
        .filteredOn(call -> !call.name().equals("config:PutEvaluations"))
        .hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void filterThatSeesOneAddressOnlyMissesAnEventOfEveryControl() {
    account.putMetricFilter(
        "narrow", "{ ($.eventName = *) && ($.sourceIPAddress = \"192.0.2.1\") }");
    account.putMetricAlarm("narrow", "alerts");

    Map<String, JsonNode> lines = evaluate(ALL);

    assertEach(lines, "NON_COMPLIANT");
    assertThat(lines)
        .allSatisfy(
            (control, line) -> {
              assertThat(line.path("findings").findValuesAsText("link")).contains("METRIC_FILTER");
              assertThat(line.path("missedEvent").has("eventName")).as(line.toString()).isTrue();
            });
  }

  /** The links are the same for every control, so the newest benchmark's stand for all. */
  @ParameterizedTest
  @MethodSource
  void brokenLinkMakesEveryControlNonCompliant(Break link) {
    watch(CIS);
    link.inAccount().accept(this);

    Map<String, JsonNode> lines = evaluate(CIS);

    assertEach(lines, "NON_COMPLIANT");
    assertThat(lines)
        .allSatisfy(
            (control, line) -> {
              assertThat(line.path("findings").findValuesAsText("link"))
                  .as(line.toString())
                  .containsAnyElementsOf(link.links());
              assertThat(line.path("findings").toString()).contains(link.says());
            });
  }

  static Stream<Break> brokenLinkMakesEveryControlNonCompliant() {
    return Stream.of(
        new Break(
            "trail that is gone",
            Set.of("TRAIL"),
            "trail",
            t ->
                t.account.call(
                    "cloudtrail", "DeleteTrail", Map.of("Name", MonitoredAccount.TRAIL))),
        new Break(
            "trail that does not log",
            Set.of("TRAIL"),
            MonitoredAccount.TRAIL,
            t ->
                t.account.call(
                    "cloudtrail", "StopLogging", Map.of("Name", MonitoredAccount.TRAIL))),
        new Break(
            "trail of one Region",
            Set.of("TRAIL"),
            MonitoredAccount.TRAIL,
            t ->
                t.account.call(
                    "cloudtrail",
                    "UpdateTrail",
                    Map.of("Name", MonitoredAccount.TRAIL, "IsMultiRegionTrail", false))),
        new Break(
            "trail without management events",
            Set.of("TRAIL"),
            MonitoredAccount.TRAIL,
            t ->
                t.account.call(
                    "cloudtrail",
                    "PutEventSelectors",
                    Map.of(
                        "TrailName",
                        MonitoredAccount.TRAIL,
                        "EventSelectors",
                        List.of(
                            Map.of("ReadWriteType", "All", "IncludeManagementEvents", false))))),
        new Break(
            "delivery that fails",
            Set.of("TRAIL", "LOG_GROUP"),
            "AccessDenied",
            t ->
                t.aws.amend(
                    "cloudtrail",
                    "GetTrailStatus",
                    Map.of(),
                    Map.of("LatestCloudWatchLogsDeliveryError", "AccessDenied"))),
        new Break(
            "log group that is gone",
            Set.of("LOG_GROUP"),
            MonitoredAccount.LOG_GROUP,
            t ->
                t.account.call(
                    "logs", "DeleteLogGroup", Map.of("logGroupName", MonitoredAccount.LOG_GROUP))),
        new Break(
            "filters that are gone",
            Set.of("METRIC_FILTER"),
            "",
            t ->
                t.each(
                    c ->
                        t.account.call(
                            "logs",
                            "DeleteMetricFilter",
                            Map.of(
                                "logGroupName",
                                MonitoredAccount.LOG_GROUP,
                                "filterName",
                                c.id())))),
        new Break(
            "metrics that nobody watches",
            Set.of("METRIC", "ALARM"),
            "",
            t ->
                t.each(
                    c ->
                        t.account.putMetricAlarm(
                            c.id(), "alerts", Map.of("MetricName", c.id() + "s")))),
        new Break(
            "alarms that are gone",
            Set.of("METRIC", "ALARM"),
            "",
            t ->
                t.account.call(
                    "cloudwatch",
                    "DeleteAlarms",
                    Map.of("AlarmNames", CIS.stream().map(Control::id).toList()))),
        new Break(
            "alarms that a hundred events raise",
            Set.of("ALARM"),
            "100",
            t -> t.each(c -> t.account.putMetricAlarm(c.id(), "alerts", Map.of("Threshold", 100)))),
        new Break(
            "alarms whose actions are disabled",
            Set.of("ALARM", "ACTION"),
            "actions",
            t ->
                t.account.call(
                    "cloudwatch",
                    "DisableAlarmActions",
                    Map.of("AlarmNames", CIS.stream().map(Control::id).toList()))),
        new Break(
            "alarms without actions",
            Set.of("ALARM", "ACTION"),
            "action",
            t ->
                t.each(
                    c ->
                        t.account.putMetricAlarm(
                            c.id(), "alerts", Map.of("AlarmActions", List.of())))),
        new Break(
            "actions that are an account's ARN",
            Set.of("ACTION", "TOPIC"),
            "arn:aws:sns",
            t ->
                t.each(
                    c ->
                        t.account.putMetricAlarm(
                            c.id(),
                            "alerts",
                            Map.of(
                                "AlarmActions", List.of("arn:aws:sns:eu-west-1:123456789012"))))),
        new Break(
            "topic that is gone",
            Set.of("ACTION", "TOPIC"),
            "alerts",
            t ->
                t.aws.callSns(
                    Events.REGION,
                    "DeleteTopic",
                    Map.of("TopicArn", t.account.topicArn("alerts")))),
        new Break(
            "topic that CloudWatch cannot encrypt for",
            Set.of("TOPIC"),
            "alias/aws/sns",
            t ->
                t.aws.callSns(
                    Events.REGION,
                    "SetTopicAttributes",
                    Map.of(
                        "TopicArn",
                        t.account.topicArn("alerts"),
                        "AttributeName",
                        "KmsMasterKeyId",
                        "AttributeValue",
                        "alias/aws/sns"))),
        new Break(
            "subscription that nobody confirmed",
            Set.of("SUBSCRIPTION"),
            "",
            t -> {
              t.aws.callSns(
                  Events.REGION, "DeleteTopic", Map.of("TopicArn", t.account.topicArn("alerts")));
              t.aws.callSns(Events.REGION, "CreateTopic", Map.of("Name", "alerts"));
              t.account.subscribe("alerts", "email", "nobody@example.com");
            }),
        new Break(
            "message that the subscriber filters out",
            Set.of("SUBSCRIPTION"),
            "",
            t -> t.filterMessages("{\"severity\":[\"high\"]}")));
  }

  /**
   * One broken link.
   *
   * @param name in words
   * @param links where the finding is, one of them
   * @param says what the findings say
   * @param inAccount what breaks it
   */
  record Break(String name, Set<String> links, String says, Consumer<EveryControlTest> inAccount) {
    @Override
    public String toString() {
      return name;
    }
  }

  private void each(Consumer<Control> change) {
    CIS.forEach(change);
  }

  private void filterMessages(String policy) {
    String listed =
        aws.callSns(
            Events.REGION,
            "ListSubscriptionsByTopic",
            Map.of("TopicArn", account.topicArn("alerts")));
    String arn =
        listed.substring(
            listed.indexOf("<SubscriptionArn>") + "<SubscriptionArn>".length(),
            listed.indexOf("</SubscriptionArn>"));
    aws.callSns(
        Events.REGION,
        "SetSubscriptionAttributes",
        Map.of("SubscriptionArn", arn, "AttributeName", "FilterPolicy", "AttributeValue", policy));
  }

  private void watch(List<Control> controls) {
    for (Control control : controls) {
      account.putMetricFilter(control.id(), control.deployable(Benchmark.DEFAULT));
      account.putMetricAlarm(control.id(), "alerts");
    }
  }

  private static void assertEach(Map<String, JsonNode> lines, String complianceType) {
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(
            (control, line) ->
                assertThat(line.path("complianceType").asText())
                    .as(line.toString())
                    .isEqualTo(complianceType));
  }

  /** The log line of every control, by id, after comparing it with what AWS Config was told. */
  private Map<String, JsonNode> evaluate(List<Control> controls) {
    aws.forgetRequests();
    Map<String, JsonNode> lines = new TreeMap<>();
    try (var clients = EmulatorClients.of(aws)) {
      ConfigRuleHandler handler = new ConfigRuleHandler(clients, Clock.systemUTC(), log::add);
      for (Control control : controls) {
        RuleEvent event =
            Events.scheduled(
                "{\"control\":\"%s\",\"confirmOnAws\":\"false\"}".formatted(control.id()));
        handler.answer(event, Events.context());
        assertThat(SCHEMA.validate(lastLine())).isEmpty();
        lines.put(control.id(), lastLine());
      }
    }
    assertThat(reported())
        .isEqualTo(
            lines.values().stream().map(line -> line.path("complianceType").asText()).toList());
    return lines;
  }

  private JsonNode lastLine() {
    try {
      return JSON.readTree(log.get(log.size() - 1));
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  private List<String> reported() {
    return aws.requests().stream()
        .filter(call -> call.name().equals("config:PutEvaluations"))
        .map(RecordedCall::parameters)
        .map(put -> put.at("/Evaluations/0/ComplianceType").asText())
        .toList();
  }
}

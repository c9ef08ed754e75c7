package dev.tocsin.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.drill.Step.Outcome;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a drill does and says, on an account in motion. */
@WithEmulator
final class DrillTest {
  private static final String REGION = "us-east-1";
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final Control CONTROL =
      CATALOG.find("cloudtrail-configuration-changes").orElseThrow();

  /** All of its events arrive in one Region, so that one rule is enough. */
  private static final Control ORGANIZATION = CATALOG.find("organizations-changes").orElseThrow();

  private static final String NAME = "trail-changes";

  private static final Set<String> READING =
      Set.of("sts:GetCallerIdentity", "cloudwatch:DescribeAlarms");

  private AwsEmulator aws;
  private MonitoredAccount account;
  private PlayedTime time;

  @BeforeEach
  void anAccountWhoseChainHolds(AwsEmulator emulator) {
    aws = emulator;
    time = new PlayedTime(aws);
    account =
        new MonitoredAccount(aws, REGION)
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter(NAME, CONTROL.required().text())
            .putMetricAlarm(NAME, "alerts");
  }

  @Test
  void everyLinkIsTimed() {
    DrillReport report = drill(plan("false"));

    assertThat(report.steps())
        .extracting(Step::link, Step::outcome)
        .map(Object::toString)
        .containsExactly(
            "(TRAIL, READ)",
            "(LOG_GROUP, READ)",
            "(METRIC_FILTER, READ)",
            "(METRIC, WORKED)",
            "(ALARM, WORKED)",
            "(TOPIC, WORKED)",
            "(SUBSCRIPTION, WORKED)");
    // Counted 35 s after it was written; the alarm looks at full minutes, and this is second 4.
    assertThat(report.told()).contains(Duration.ofSeconds(56));
    assertThat(report.good()).isTrue();
  }

  @Test
  void recordIsMarkedAndAloneInItsStream() {
    DrillReport report = drill(plan("false"));

    JsonNode written = call("PutLogEvents").parameters();
    assertThat(written.path("logGroupName").asText()).isEqualTo(MonitoredAccount.LOG_GROUP);
    assertThat(written.path("logStreamName").asText()).isEqualTo("tocsin-drill");
    assertThat(written.at("/logEvents/0/message").asText())
        .contains("\"eventID\":\"tocsin-drill-", "\"userAgent\":\"tocsin-drill\"");
    assertThat(report.did()).singleElement().asString().contains(report.plan().id());
    assertThat(aws.requests()).filteredOn(one -> one.operation().equals("PutLogEvents")).hasSize(1);
  }

  @Test
  void callsAreThoseWhosePermissionsArePrinted() {
    DrillPlan plan = plan("false");
    aws.forgetRequests();

    drill(plan);

    List<String> printed =
        plan.permissions().stream().map(one -> one.substring(0, one.indexOf(' '))).toList();
    assertThat(aws.requests())
        .extracting(one -> one.service() + ":" + one.operation())
        .containsAll(printed)
        .filteredOn(call -> !READING.contains(call))
        .isSubsetOf(printed);
  }

  @Test
  void alarmOnlyWritesNothing() {
    DrillReport report = drill(plan("false").alarmOnly());

    assertThat(report.told()).contains(Duration.ZERO);
    assertThat(report.steps()).noneMatch(step -> step.link() == Link.METRIC);
    assertThat(report.did()).containsExactly("set alarm `trail-changes` in us-east-1 to ALARM");
    assertThat(aws.requests()).noneMatch(one -> one.operation().equals("PutLogEvents"));
  }

  @Test
  void metricThatDoesNotMoveRunsOutOfTime() {
    aws.setClock(time.now());
    DrillPlan plan = plan("false");
    account.call(
        "logs",
        "DeleteMetricFilter",
        Map.of("logGroupName", MonitoredAccount.LOG_GROUP, "filterName", NAME));

    Instant start = time.now();
    DrillReport report = drill(plan);

    assertThat(report.broken().orElseThrow().link()).isEqualTo(Link.METRIC);
    assertThat(report.broken().orElseThrow().says()).isEqualTo("did not move within 5 min");
    assertThat(Duration.between(start, time.now())).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void endpointThatFailsIsTheSubscription() {
    aws.makeUnreachable(account.topicArn("alerts"), "security@example.com");

    DrillReport report = drill(plan("false"));

    Step broken = report.broken().orElseThrow();
    assertThat(broken.link()).isEqualTo(Link.SUBSCRIPTION);
    assertThat(broken.subject()).isEqualTo("email security@example.com");
    assertThat(broken.says()).isEqualTo("1 failed, none delivered");
  }

  @Test
  void alarmThatIsInAlarmAlreadyCanTellNothing() {
    drill(plan("false"));

    DrillReport second = drill(plan("false"));

    assertThat(second.broken().orElseThrow().link()).isEqualTo(Link.ALARM);
    assertThat(second.did()).isEmpty();
  }

  @Test
  void compositeAlarmIsFollowed() {
    account.putMetricAlarm(NAME, "alerts", Map.of("AlarmActions", List.of()));
    account.call(
        "cloudwatch",
        "PutCompositeAlarm",
        Map.of(
            "AlarmName",
            "any",
            "AlarmRule",
            "NOT OK(\"none\") AND (ALARM(\"" + NAME + "\") OR FALSE)",
            "AlarmActions",
            List.of(account.topicArn("alerts"))));

    DrillReport report = drill(plan("false"));

    assertThat(report.steps())
        .filteredOn(step -> step.link() == Link.ALARM)
        .extracting(Step::subject)
        .containsExactly(NAME, "any");
    assertThat(report.told()).isPresent();
  }

  @Test
  void ruleThatTakesAnySourceIsDrilledOnTheBus() {
    putRule("{\"detail\": {\"eventSource\": [\"organizations.amazonaws.com\"]}}");

    DrillReport report = drill(plan(ORGANIZATION, "true"));

    assertThat(report.steps())
        .extracting(Step::link, Step::outcome)
        .map(Object::toString)
        .containsExactly("(EVENT_RULE, READ)", "(ACTION, WORKED)", "(SUBSCRIPTION, WORKED)");
    assertThat(report.plan().permissions())
        .contains("events:PutEvents on arn:aws:events:us-east-1:123456789012:event-bus/default");
    assertThat(report.told()).isPresent();
  }

  @Test
  void ruleThatAsksForAnAwsSourceCannotBeDrilled() {
    putRule(ORGANIZATION.eventPattern().orElseThrow().toString());

    DrillReport report = drill(plan(ORGANIZATION, "true"));

    Step rule = report.steps().get(report.steps().size() - 1);
    assertThat(rule.outcome()).isEqualTo(Outcome.NOT_SHOWN);
    assertThat(rule.says()).contains("begins with `aws.`");
    assertThat(report.did()).isEmpty();
    assertThat(report.told()).isEmpty();
  }

  @Test
  void otherAccountIsLeftAlone() {
    DrillPlan plan = plan("false");
    aws.forgetRequests();
    try (AwsClients clients = DrillClients.of(aws.inAccount("444455556666"), REGION)) {
      assertThatThrownBy(() -> new Drill(clients, time).run(plan, step -> {}))
          .isInstanceOf(WrongAccount.class)
          .hasMessageContaining("nothing was written");
    }
    assertThat(aws.requests()).noneMatch(one -> one.service().equals("logs"));
  }

  @Test
  void refusedWriteNamesThePermission() {
    DrillPlan plan = plan("false");
    aws.fail(InjectedFault.accessDenied("logs", "PutLogEvents"));

    assertThatThrownBy(() -> drill(plan))
        .isInstanceOf(AccountReadException.class)
        .hasMessageContaining("allow `logs:PutLogEvents`");
  }

  private void putRule(String pattern) {
    account.call("events", "PutRule", Map.of("Name", "trail", "EventPattern", pattern));
    account.call(
        "events",
        "PutTargets",
        Map.of(
            "Rule",
            "trail",
            "Targets",
            List.of(Map.of("Id", "t", "Arn", account.topicArn("alerts")))));
    aws.callSns(
        REGION,
        "SetTopicAttributes",
        Map.of(
            "TopicArn",
            account.topicArn("alerts"),
            "AttributeName",
            "Policy",
            "AttributeValue",
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
            "Action": "sns:Publish", "Resource": "%s"}]}"""
                .formatted(account.topicArn("alerts"))));
  }

  private DrillPlan plan(String acceptEventBridge) {
    return plan(CONTROL, acceptEventBridge);
  }

  private DrillPlan plan(Control control, String acceptEventBridge) {
    RuleParameters parameters =
        (RuleParameters)
            RuleParameters.parse(CATALOG, Map.of(Parameter.ACCEPT_EVENT_BRIDGE, acceptEventBridge));
    try (AwsClients clients = DrillClients.of(aws, REGION)) {
      Snapshot snapshot =
          new AccountReader(clients, Clock.systemUTC())
              .read(SnapshotRequest.of(AwsEmulator.ACCOUNT_ID, REGION).withEventRules());
      return new DrillPlanner(new ControlJudge(CATALOG))
          .plan(control, parameters, snapshot, time.now());
    }
  }

  private DrillReport drill(DrillPlan plan) {
    try (AwsClients clients = DrillClients.of(aws, REGION)) {
      return new Drill(clients, time).run(plan, step -> {});
    }
  }

  private RecordedCall call(String operation) {
    return aws.requests().stream()
        .filter(one -> one.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }
}

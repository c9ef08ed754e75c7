package dev.tocsin.aws;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.remedy.Expectation;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.remedy.Read;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a plan when the account is, or is not, as it was planned for. */
@WithEmulator
class PlanCarrierTest {
  private static final String REGION = "us-east-1";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Read ALARM =
      read(
          "DescribeAlarms",
          Map.of(
              "AlarmNames",
              List.of("mine"),
              "AlarmTypes",
              List.of("MetricAlarm", "CompositeAlarm")),
          "MetricAlarms",
          mine());

  private AwsEmulator aws;
  private AwsClients clients;
  private PlanCarrier carrier;
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void anAlarmOfSomebody(AwsEmulator emulator) {
    aws = emulator;
    clients = EmulatorClients.of(emulator, REGION);
    carrier = new PlanCarrier(clients, Duration.ZERO);
    new MonitoredAccount(emulator, REGION)
        .putMetricAlarm(
            "mine", "ops", Map.of("AlarmDescription", "wakes the team", "Threshold", 3));
    aws.forgetRequests();
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void whatTheRequestLeavesOutIsKept() {
    carrier.carryOut(plan(withTwoTopics()), progress::add);

    JsonNode alarm = JSON.valueToTree(alarm());
    assertThat(alarm.path("AlarmDescription").asText()).isEqualTo("wakes the team");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(3);
    assertThat(alarm.path("AlarmActions")).hasSize(2);
    assertThat(progress).containsExactly("done: cloudwatch:PutMetricAlarm");
  }

  @Test
  void aCallThatWasMadeIsPassedOver() {
    carrier.carryOut(plan(withTwoTopics()), progress::add);
    aws.forgetRequests();
    carrier.carryOut(plan(withTwoTopics()), progress::add);

    assertThat(writes()).isEmpty();
    assertThat(carrier.settle(plan(withTwoTopics())).plan().calls()).isEmpty();
  }

  @Test
  void aRivalWhoChangesTheAlarmStopsTheCall() {
    Plan settled = carrier.settle(plan(withTwoTopics())).plan();
    new MonitoredAccount(aws, REGION)
        .putMetricAlarm("mine", "ops", Map.of("AlarmDescription", "another", "Threshold", 5));
    aws.forgetRequests();

    assertThatThrownBy(() -> carrier.carryOut(settled, progress::add))
        .isInstanceOf(PlanStopped.class)
        .hasMessageContaining("changed since it was read")
        .hasMessageContaining("not done: cloudwatch:PutMetricAlarm");
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatSomebodyElseMadeIsLeftToAPerson() {
    Expectation tagged =
        new Expectation(
            read(
                "ListTagsForResource",
                Map.of("ResourceARN", "arn:aws:cloudwatch:us-east-1:" + ACCOUNT_ID + ":alarm:mine"),
                "Tags",
                Map.of("Key", "tocsin")),
            JSON.nullNode(),
            false,
            "alarm `mine` carries no tag");
    PlanCarrier.Settled settled =
        carrier.settle(plan(withTwoTopics().onlyIf(List.of(tagged)), another()));

    assertThat(settled.plan().byHand()).containsExactly("alarm `mine` carries no tag");
    assertThat(settled.plan().calls())
        .extracting(PlannedCall::operation)
        .containsExactly("CreateTopic");
    assertThat(settled.kept()).containsExactly("first");
    assertThat(writes()).isEmpty();
  }

  @Test
  void theCredentialsOfAnotherAccountChangeNothing() {
    Plan elsewhere =
        new Plan("210987654321", List.of(withTwoTopics()), List.of(), List.of(), List.of());

    assertThatThrownBy(() -> carrier.carryOut(elsewhere, progress::add))
        .isInstanceOf(PlanStopped.class)
        .hasMessageContaining("for account 210987654321")
        .hasMessageContaining("account " + ACCOUNT_ID);
    assertThat(writes()).isEmpty();
  }

  @Test
  void aRefusalSaysWhatWasDoneAndWhatWasNot() {
    aws.fail(InjectedFault.accessDenied("cloudwatch", "PutMetricAlarm").times(1));

    assertThatThrownBy(() -> carrier.carryOut(plan(another(), withTwoTopics()), progress::add))
        .isInstanceOf(PlanStopped.class)
        .hasMessageContaining(
            "Done before it: sns:CreateTopic; not done: cloudwatch:PutMetricAlarm");
    carrier.carryOut(plan(another(), withTwoTopics()), progress::add);
    assertThat(alarm().path("AlarmActions")).hasSize(2);
  }

  @Test
  void anErrorThatPassesIsWaitedOut() {
    aws.fail(
        new InjectedFault("sns", "CreateTopic", Map.of(), "NotYetException", "not yet", 400, 2));
    PlannedCall patient =
        new PlannedCall(
            REGION,
            "sns",
            "CreateTopic",
            parameters(Map.of("Name", "new")),
            Optional.empty(),
            "why",
            "keeps",
            List.of("second"),
            List.of(),
            List.of(),
            List.of("NotYetException"));
    carrier.carryOut(plan(patient), progress::add);

    assertThat(progress).containsExactly("done: sns:CreateTopic");
  }

  @Test
  void everyPageOfAReadIsRead() {
    MonitoredAccount account = new MonitoredAccount(aws, REGION).createTopic("crowded");
    for (int i = 0; i < 120; i++) {
      account.subscribe("crowded", "sqs", "arn:aws:sqs:us-east-1:%s:q%d".formatted(ACCOUNT_ID, i));
    }
    aws.forgetRequests();
    Read last =
        new Read(
            "sns",
            "ListSubscriptionsByTopic",
            parameters(Map.of("TopicArn", account.topicArn("crowded"))),
            List.of(
                JSON.valueToTree("Subscriptions"),
                JSON.valueToTree(
                    Map.of("Endpoint", "arn:aws:sqs:us-east-1:%s:q119".formatted(ACCOUNT_ID)))));
    Expectation there = new Expectation(last, JSON.nullNode(), false, "");
    PlannedCall call = another();
    PlannedCall done =
        new PlannedCall(
            REGION,
            "sns",
            "CreateTopic",
            call.parameters(),
            Optional.empty(),
            "why",
            "keeps",
            List.of("second"),
            List.of(there),
            List.of(),
            List.of());

    assertThat(carrier.settle(plan(done)).plan().calls()).isEmpty();
  }

  private static PlannedCall withTwoTopics() {
    ObjectNode parameters = parameters(Map.of("AlarmName", "mine", "AlarmActions", topics()));
    return new PlannedCall(
        REGION,
        "cloudwatch",
        "PutMetricAlarm",
        parameters,
        Optional.of(ALARM),
        "why",
        "keeps",
        List.of("first"),
        List.of(new Expectation(ALARM, parameters(Map.of("AlarmActions", topics())), true, "")),
        List.of(),
        List.of());
  }

  private static PlannedCall another() {
    return new PlannedCall(
        REGION,
        "sns",
        "CreateTopic",
        parameters(Map.of("Name", "new")),
        Optional.empty(),
        "why",
        "keeps",
        List.of("second"),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> topics() {
    return List.of(
        "arn:aws:sns:us-east-1:" + ACCOUNT_ID + ":ops",
        "arn:aws:sns:us-east-1:" + ACCOUNT_ID + ":new");
  }

  private static Map<String, String> mine() {
    return Map.of("AlarmName", "mine");
  }

  private static Read read(String operation, Map<String, ?> parameters, Object... at) {
    return new Read(
        "cloudwatch",
        operation,
        parameters(parameters),
        Arrays.stream(at).map(step -> JSON.<JsonNode>valueToTree(step)).toList());
  }

  private static ObjectNode parameters(Map<String, ?> values) {
    return JSON.valueToTree(values);
  }

  private static Plan plan(PlannedCall... calls) {
    return new Plan(ACCOUNT_ID, List.of(calls), List.of(), List.of(), List.of());
  }

  private JsonNode alarm() {
    return aws.call("cloudwatch", REGION, "DescribeAlarms", Map.of("AlarmNames", List.of("mine")))
        .path("MetricAlarms")
        .path(0);
  }

  private List<String> writes() {
    return aws.requests().stream()
        .filter(call -> !call.operation().matches("(Describe|Get|List).*"))
        .map(RecordedCall::name)
        .toList();
  }
}

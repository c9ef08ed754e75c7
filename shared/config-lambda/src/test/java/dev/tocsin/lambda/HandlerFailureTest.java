package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.ReportException;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fails reports nothing, and nothing prints the result token. */
@WithEmulator
class HandlerFailureTest {
  private static final String ROOT = "{\"control\":\"root-account-usage\"}";

  private final List<String> log = new ArrayList<>();
  private AwsEmulator aws;
  private MonitoredAccount account;
  private AwsClients clients;
  private ConfigRuleHandler handler;

  @BeforeEach
  void aHandlerInAMonitoredAccount(AwsEmulator emulator) {
    aws = emulator;
    account =
        new MonitoredAccount(emulator, Events.REGION)
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter("root", "{ $.userIdentity.type = \"Root\" }")
            .putMetricAlarm("root", "alerts");
    clients = EmulatorClients.of(emulator);
    handler = new ConfigRuleHandler(clients, Clock.systemUTC(), log::add);
    aws.forgetRequests();
  }

  @AfterEach
  void tokenIsNowhere() {
    clients.close();
    assertThat(String.join("\n", log)).doesNotContain(Events.TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "cloudtrail, GetTrailStatus",
    "logs, DescribeMetricFilters",
    "cloudwatch, DescribeAlarms",
    "sns, ListSubscriptionsByTopic"
  })
  void readThatIsDeniedFailsTheInvocationAndReportsNothing(String service, String operation) {
    aws.fail(InjectedFault.accessDenied(service, operation));

    assertThatThrownBy(() -> handle(Events.scheduled(ROOT)))
        .isInstanceOf(AccountReadException.class)
        .hasMessageContaining(service + ":" + operation);
    assertNothingReported();
  }

  @Test
  void readThatIsThrottledFailsTheInvocationAndReportsNothing() {
    aws.fail(InjectedFault.throttled("logs", "DescribeMetricFilters"));

    assertThatThrownBy(() -> handle(Events.scheduled(ROOT)))
        .isInstanceOf(AccountReadException.class)
        .hasMessageContaining("is throttled");
    assertNothingReported();
  }

  @Test
  void failedReadIsTriedAgainByTheNextInvocation() {
    aws.fail(InjectedFault.accessDenied("cloudwatch", "DescribeAlarms").times(1));

    assertThatThrownBy(() -> handle(Events.scheduled(ROOT)))
        .isInstanceOf(AccountReadException.class);
    handle(Events.scheduled(ROOT));

    assertThat(reports()).hasSize(1);
  }

  @Test
  void badRuleReadsAndReportsNothing() {
    assertThatThrownBy(() -> handle(Events.scheduled("{\"control\":\"root\"}")))
        .isInstanceOf(BadInvocation.class);
    assertThatThrownBy(
            () -> handle(Events.event("OversizedConfigurationItemChangeNotification", ROOT)))
        .isInstanceOf(BadInvocation.class);

    assertThat(aws.requests()).isEmpty();
  }

  @Test
  void reportThatConfigRefusesFailsTheInvocation() {
    aws.fail(
        new InjectedFault(
            "config",
            "PutEvaluations",
            Map.of(),
            "InvalidResultTokenException",
            "The result token " + Events.TOKEN + " is invalid",
            400,
            -1));

    assertThatThrownBy(() -> handle(Events.scheduled(ROOT)))
        .isInstanceOf(ReportException.class)
        .hasNoCause()
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(Events.TOKEN));
    assertThat(log).hasSize(1);
  }

  @Test
  void closedTopicOfAnotherAccountIsNonCompliantAndSaysWhichPermissionIsMissing() {
    String topic = "arn:aws:sns:eu-west-1:444455556666:central";
    account.putMetricAlarm("root", "alerts", Map.of("AlarmActions", List.of(topic)));
    aws.fail(InjectedFault.accessDenied("sns", "ListSubscriptionsByTopic"));

    handle(Events.scheduled(ROOT));

    assertThat(reports().get(0).path("ComplianceType").asText()).isEqualTo("NON_COMPLIANT");
    assertThat(log.get(0)).contains("cannot show").contains("sns:ListSubscriptionsByTopic");
    assertThat(aws.requests()).filteredOn(call -> call.service().equals("sns")).hasSize(1);
  }

  @Test
  void serviceThatCannotConfirmIsNotedAndNeverFatal() {
    account.putMetricFilter(
        "root", "{ ($.userIdentity.type = \"Root\") && ($.sourceIPAddress = \"192.0.2.1\") }");

    handle(Events.scheduled(ROOT));

    assertThat(aws.requests()).extracting(RecordedCall::name).contains("logs:TestMetricFilter");
    assertThat(log.get(0)).contains("not confirmed by AWS");
    assertThat(reports()).hasSize(1);
  }

  @Test
  void confirmationIsLeftOutWhereTheRuleSaysSo() {
    account.putMetricFilter(
        "root", "{ ($.userIdentity.type = \"Root\") && ($.sourceIPAddress = \"192.0.2.1\") }");

    handle(Events.scheduled("{\"control\":\"root-account-usage\",\"confirmOnAws\":\"false\"}"));

    assertThat(aws.requests())
        .extracting(RecordedCall::name)
        .doesNotContain("logs:TestMetricFilter");
  }

  private void handle(RuleEvent event) {
    handler.answer(event, Events.context());
  }

  private void assertNothingReported() {
    assertThat(aws.requests())
        .extracting(RecordedCall::name)
        .isNotEmpty()
        .doesNotContain("config:PutEvaluations");
    assertThat(log).isEmpty();
  }

  private List<JsonNode> reports() {
    return aws.requests().stream()
        .filter(call -> call.name().equals("config:PutEvaluations"))
        .map(call -> call.parameters().at("/Evaluations/0"))
        .toList();
  }
}

package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import dev.tocsin.evaluation.OutOfTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is reported is the account as it was after the notification, never before it. */
@WithEmulator
class FreshnessTest {
  private static final String ROOT =
      "{\"control\":\"root-account-usage\",\"confirmOnAws\":\"false\"}";

  private AwsEmulator aws;
  private MonitoredAccount account;
  private AwsClients clients;
  private ConfigRuleHandler handler;

  @BeforeEach
  void aHandlerThatStaysWarmInAMonitoredAccount(AwsEmulator emulator) {
    aws = emulator;
    account =
        new MonitoredAccount(emulator, Events.REGION)
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter("root", "{ $.userIdentity.type = \"Root\" }")
            .putMetricAlarm("root", "alerts");
    clients = EmulatorClients.of(emulator);
    handler = new ConfigRuleHandler(clients, Clock.systemUTC(), line -> {});
    aws.forgetRequests();
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Test
  void repairAndBreakAreSeenByTheNextNotificationHoweverSoonItComes() {
    assertThat(evaluate(Instant.now())).isEqualTo("COMPLIANT");

    account.putMetricAlarm("root", "alerts", Map.of("ActionsEnabled", false));
    assertThat(evaluate(Instant.now())).isEqualTo("NON_COMPLIANT");

    account.putMetricAlarm("root", "alerts");
    assertThat(evaluate(Instant.now())).isEqualTo("COMPLIANT");
  }

  @Test
  void rulesThatFireTogetherShareOneRead() {
    Instant notified = Instant.now().minusSeconds(10);
    evaluate(notified);
    evaluate(notified.plusSeconds(2));

    assertThat(calls("cloudtrail:DescribeTrails")).isEqualTo(1);
    assertThat(calls("config:PutEvaluations")).isEqualTo(2);
  }

  @Test
  void invocationWithoutTimeLeftSaysSoAndReportsNothing() {
    assertThatThrownBy(() -> handler.answer(Events.scheduled(ROOT), Events.context(1)))
        .isInstanceOf(OutOfTime.class)
        .hasMessageStartingWith("reading the account for `root-account-usage` took longer");
    assertThat(calls("config:PutEvaluations")).isZero();
  }

  private String evaluate(Instant notified) {
    return handler.answer(Events.scheduled(ROOT, notified), Events.context());
  }

  private long calls(String name) {
    List<RecordedCall> requests = aws.requests();
    return requests.stream().filter(call -> call.name().equals(name)).count();
  }
}

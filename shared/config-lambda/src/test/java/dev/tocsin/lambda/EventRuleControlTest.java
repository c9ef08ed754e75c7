package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The controls whose events never reach a trail: an EventBridge rule tells, or nobody does. */
@WithEmulator
class EventRuleControlTest {
  private AwsEmulator aws;
  private MonitoredAccount account;

  @BeforeEach
  void anAccountWithATopicThatEventBridgeMayPublishTo(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, Events.REGION).createTrail().createTopic("alerts");
    aws.callSns(
        Events.REGION,
        "SetTopicAttributes",
        Map.of(
            "TopicArn", account.topicArn("alerts"),
            "AttributeName", "Policy",
            "AttributeValue",
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sns:Publish","Resource":"%s",
                 "Principal":{"Service":"events.amazonaws.com"}}]}"""
                    .formatted(account.topicArn("alerts"))));
  }

  static List<String> controls() {
    return ControlCatalog.load().controls().stream()
        .filter(control -> !control.isSeenByTrails())
        .map(Control::id)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("controls")
  void ruleThatTellsAPersonIsCompliantAndIsNotOnceItIsDisabled(String id) {
    Control control = ControlCatalog.load().find(id).orElseThrow();
    String pattern = control.eventPattern().orElseThrow().toString();
    account.call("events", "PutRule", Map.of("Name", id, "EventPattern", pattern));
    assertThat(evaluate(id)).as("without a target").isEqualTo("NON_COMPLIANT");

    account.call(
        "events",
        "PutTargets",
        Map.of(
            "Rule",
            id,
            "Targets",
            List.of(Map.of("Id", "person", "Arn", account.topicArn("alerts")))));
    assertThat(evaluate(id)).isEqualTo("COMPLIANT");

    account.call("events", "DisableRule", Map.of("Name", id));
    assertThat(evaluate(id)).as("disabled").isEqualTo("NON_COMPLIANT");
  }

  private String evaluate(String control) {
    try (var clients = EmulatorClients.of(aws)) {
      return new ConfigRuleHandler(clients, Clock.systemUTC(), System.out::println)
          .answer(
              Events.scheduled(
                  "{\"control\":\"%s\",\"confirmOnAws\":\"false\"}".formatted(control)),
              Events.context());
    }
  }
}

package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.Faults;
import dev.tocsin.emulator.Faults.Fault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.ReadingCall;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** An invocation that gets an answer that is none fails and reports nothing, whatever it asked. */
@WithEmulator
class AnswersThatAreNoneTest {
  private static final String ROOT =
      "{\"control\":\"root-account-usage\",\"acceptEventBridge\":\"true\"}";

  @Test
  void noVerdictIsReported(AwsEmulator aws) {
    new MonitoredAccount(aws, Events.REGION)
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter("root", "{ $.userIdentity.type = \"Root\" }")
        .putMetricAlarm("root", "alerts")
        .addWhatOnlySomeHave("alerts");
    aws.forgetRequests();
    List<String> log = new ArrayList<>();
    SoftAssertions softly = new SoftAssertions();
    try (AwsClients clients = EmulatorClients.of(aws)) {
      ConfigRuleHandler handler = new ConfigRuleHandler(clients, Clock.systemUTC(), log::add);
      for (Fault fault : Faults.oneIn(41)) {
        if (fault.call() != ReadingCall.WHOSE_CREDENTIALS) { // the event says whose account it is
          aws.spoil(fault.answer());
          softly
              .assertThat(
                  catchThrowable(
                      () -> handler.handleRequest(Events.scheduled(ROOT), Events.context())))
              .as("%s: %s", fault.call(), fault.kind())
              .isInstanceOf(AccountReadException.class)
              .hasMessageStartingWith("`" + fault.call().action() + "` on `");
          aws.forgetFaults();
        }
      }
    }
    softly.assertAll();
    assertThat(log).isEmpty();
    assertThat(aws.requests())
        .extracting(RecordedCall::name)
        .isNotEmpty()
        .doesNotContain("config:PutEvaluations");
  }
}

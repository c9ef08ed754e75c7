package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.IamAction;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The list of permissions against the calls the handler makes in an account that has everything.
 */
@WithEmulator
class LeastPrivilegeTest {
  private static final String MONITORING_ACCOUNT = "444455556666";

  @Test
  void everyCallIsAllowedAndNothingElseIs(AwsEmulator aws) {
    haveEverything(aws);
    new MonitoredAccount(aws.inAccount(MONITORING_ACCOUNT), Events.REGION).createTrail();
    aws.forgetRequests();

    try (AwsClients clients = EmulatorClients.of(aws)) {
      ConfigRuleHandler handler = new ConfigRuleHandler(clients, Clock.systemUTC(), line -> {});
      handler.answer(
          rule("'acceptEventBridge': 'true', 'acceptedWatchers': 'subscription-filter'"),
          Events.context());
      handler.answer(rule("'monitoringAccount': '" + MONITORING_ACCOUNT + "'"), Events.context());
      handler.answer(Events.planRequest("root-account-usage"), Events.context());
    }

    Set<String> calls = aws.requests().stream().map(RecordedCall::name).collect(Collectors.toSet());
    assertThat(IamAction.all())
        .extracting(IamAction::action)
        .containsExactlyInAnyOrderElementsOf(calls);
  }

  @Test
  void noActionIsAWildcardAndEachSaysWhatItIsFor() {
    assertThat(IamAction.all())
        .allSatisfy(
            permission -> {
              assertThat(permission.action()).matches("[a-z]+:[A-Z][A-Za-z]+");
              assertThat(permission.resources()).isNotEmpty();
              assertThat(permission.why()).isNotBlank();
            });
  }

  private static RuleEvent rule(String parameter) {
    return Events.scheduled(
        "{'control': 'root-account-usage', %s}".formatted(parameter).replace('\'', '"'));
  }

  private static void haveEverything(AwsEmulator aws) {
    new MonitoredAccount(aws, Events.REGION)
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter(
            "root", "{ ($.userIdentity.type = \"Root\") && ($.sourceIPAddress = \"192.0.2.1\") }")
        .putMetricAlarm("root", "alerts")
        .addWhatOnlySomeHave("alerts");
  }
}

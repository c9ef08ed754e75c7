package dev.tocsin.aws;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands between a log group and those that read it, or sends its events elsewhere. */
@WithEmulator
class LogPoliciesReadTest {
  private static final String HOME = "eu-west-1";

  private AwsEmulator aws;
  private MonitoredAccount account;
  private AwsClients clients;

  @BeforeEach
  void anAccountWithATrail(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, HOME).createTrail();
    clients = EmulatorClients.of(emulator, HOME);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Test
  void whatMasksALogGroupIsReadWhereItSaysThatItHasSome() {
    account.protect();
    aws.forgetRequests();

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.logGroups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.dataProtectionStatus()).isEqualTo("ACTIVATED");
              assertThat(group.dataProtection().orElseThrow()).contains("\"Audit\"");
            });
    assertThat(home.accountPolicies()).isEmpty();
    assertThat(aws.requests())
        .extracting(RecordedCall::operation)
        .doesNotContain("DescribeAccountPolicies");
  }

  @Test
  void whatMasksEveryLogGroupOfTheAccountIsReadWithThem() {
    account.inheritProtection();

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.logGroups().get(0).inheritedProperties())
        .containsExactly("ACCOUNT_DATA_PROTECTION");
    assertThat(home.accountPolicies())
        .singleElement()
        .matches(policy -> policy.policyType().equals("DATA_PROTECTION_POLICY"))
        .matches(policy -> policy.policyDocument().contains("Audit"));
  }

  @Test
  void transformersAreReadWhereALogAlarmQueriesTheGroup() {
    Map<String, Object> parse = Map.of("parseJSON", Map.of());
    account.call(
        "logs",
        "PutTransformer",
        Map.of(
            "logGroupIdentifier", MonitoredAccount.LOG_GROUP, "transformerConfig", List.of(parse)));
    account.call(
        "logs",
        "PutAccountPolicy",
        Map.of("policyName", "all", "policyType", "TRANSFORMER_POLICY", "policyDocument", "[]"));
    aws.forgetRequests();

    assertThat(read(HOME).in(HOME).orElseThrow().logGroups().get(0).transformer()).isNull();
    assertThat(aws.requests())
        .extracting(RecordedCall::operation)
        .doesNotContain("GetTransformer", "DescribeAccountPolicies");

    account.putLogAlarm("query");
    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.logGroups().get(0).transformer().processors()).containsExactly(parse);
    assertThat(home.accountPolicies()).extracting(p -> p.policyName()).containsExactly("all");
  }

  @Test
  void whatSendsTheEventsElsewhereIsReadOnlyWhenAskedFor() {
    String stream = "arn:aws:kinesis:eu-west-1:123456789012:stream/siem";
    String document = "{\"DestinationArn\":\"%s\",\"FilterPattern\":\"\"}".formatted(stream);
    account
        .putSubscriptionFilter("siem", stream)
        .call(
            "logs",
            "PutAccountPolicy",
            Map.of(
                "policyName", "all-groups",
                "policyType", "SUBSCRIPTION_FILTER_POLICY",
                "policyDocument", document,
                "selectionCriteria", "LogGroupName NOT IN [\"noisy\"]"));
    aws.forgetRequests();

    RegionMonitoring unasked = read(HOME).in(HOME).orElseThrow();
    assertThat(unasked.subscriptionFilters()).isEmpty();
    assertThat(unasked.accountPolicies()).isEmpty();
    assertThat(aws.requests())
        .extracting(RecordedCall::operation)
        .doesNotContain("DescribeSubscriptionFilters", "DescribeAccountPolicies");

    RegionMonitoring asked =
        new SnapshotReader(clients, Clock.systemUTC())
            .read(SnapshotRequest.of(ACCOUNT_ID, HOME).withSubscriptionFilters())
            .in(HOME)
            .orElseThrow();
    assertThat(asked.subscriptionFilters())
        .singleElement()
        .matches(filter -> filter.filterName().equals("siem"))
        .matches(filter -> filter.destinationArn().equals(stream));
    assertThat(asked.accountPolicies())
        .singleElement()
        .matches(policy -> policy.policyDocument().equals(document))
        .matches(policy -> policy.selectionCriteria().contains("noisy"));
  }

  private SnapshotReader reader() {
    return new SnapshotReader(clients, Clock.systemUTC());
  }

  private Snapshot read(String region) {
    return reader().read(SnapshotRequest.of(ACCOUNT_ID, region));
  }
}

package dev.tocsin.aws;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.chain.model.Key;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A read that fails is never a fact; the few refusals that are facts are kept as such. */
@WithEmulator
class ReadFailureTest {
  private static final String HOME = "eu-west-1";
  private static final String OTHER_ACCOUNT = "444455556666";
  private static final String FOREIGN_TOPIC = "arn:aws:sns:eu-west-1:" + OTHER_ACCOUNT + ":central";

  private AwsEmulator aws;
  private MonitoredAccount account;
  private AwsClients clients;

  @BeforeEach
  void aMonitoredAccountWithEverythingThatCanBeRead(AwsEmulator emulator) {
    aws = emulator;
    account =
        new MonitoredAccount(emulator, HOME)
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter("root", "{ $.userIdentity.type = Root }")
            .putMetricAlarm("root", "alerts");
    clients = EmulatorClients.of(emulator, HOME);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @ParameterizedTest
  @CsvSource({
    "cloudtrail, DescribeTrails, *",
    "cloudtrail, GetTrailStatus, arn:aws:cloudtrail:eu-west-1:123456789012:trail/management-events",
    "cloudtrail, GetEventSelectors, arn:aws:cloudtrail:eu-west-1:123456789012:trail/management-events",
    "logs, DescribeLogGroups, cloudtrail/management-events",
    "logs, DescribeMetricFilters, cloudtrail/management-events",
    "logs, DescribeSubscriptionFilters, cloudtrail/management-events",
    "logs, GetDataProtectionPolicy, cloudtrail/management-events",
    "logs, DescribeAccountPolicies, DATA_PROTECTION_POLICY",
    "logs, GetTransformer, cloudtrail/management-events",
    "cloudwatch, DescribeAlarms, *",
    "cloudwatch, ListAlarmMuteRules, *",
    "cloudwatch, GetAlarmMuteRule, arn:aws:cloudwatch:eu-west-1:123456789012:alarm-mute-rule:night",
    "sns, ListSubscriptionsByTopic, arn:aws:sns:eu-west-1:123456789012:alerts",
    "sns, GetTopicAttributes, arn:aws:sns:eu-west-1:123456789012:alerts",
    "sns, GetSubscriptionAttributes, arn:aws:sns:eu-west-1:123456789012:alerts:",
    "kms, DescribeKey, alias/alerts",
    "kms, GetKeyPolicy, arn:aws:kms:eu-west-1:123456789012:key/",
    "events, ListRules, *",
    "events, ListTargetsByRule, arn:aws:events:eu-west-1:123456789012:rule/root",
  })
  void readDeniedInTheOwnAccountNamesCallResourceAndPermission(
      String service, String operation, String resource) {
    account.addWhatOnlySomeHave("alerts");
    aws.fail(InjectedFault.accessDenied(service, operation));

    assertThatThrownBy(() -> read(SnapshotRequest.of(ACCOUNT_ID, HOME).with(true, true)))
        .isInstanceOf(AccountReadException.class)
        .hasMessageStartingWith("`" + service + ":" + operation + "` on `" + resource)
        .hasMessageContaining("is denied")
        .hasMessageEndingWith(
            "allow `" + service + ":" + operation + "` in the policy of the role that evaluates");
  }

  @ParameterizedTest
  @CsvSource({
    "cloudtrail, DescribeTrails",
    "cloudwatch, DescribeAlarms",
    "sns, GetTopicAttributes"
  })
  void callThatIsThrottledOnceIsRepeated(String service, String operation) {
    aws.forgetRequests();
    aws.fail(InjectedFault.throttled(service, operation).times(1));

    assertThat(read(HOME).in(HOME).orElseThrow().topics()).hasSize(1);
    assertThat(aws.requests()).filteredOn(call -> call.operation().equals(operation)).hasSize(2);
  }

  @Test
  void callThatIsThrottledEveryTimeFailsTheRead() {
    aws.fail(InjectedFault.throttled("cloudwatch", "DescribeAlarms"));

    assertThatThrownBy(() -> read(HOME))
        .isInstanceOf(AccountReadException.class)
        .hasMessageStartingWith("`cloudwatch:DescribeAlarms` on `*` is throttled");
  }

  @Test
  void failureOnTheSecondPageFailsTheRead() {
    for (int i = 0; i < 60; i++) {
      account.putMetricFilter("filter-" + i, "{ $.eventName = e" + i + " }");
    }
    aws.fail(InjectedFault.accessDenied("logs", "DescribeMetricFilters").where("nextToken", "50"));

    assertThatThrownBy(() -> read(HOME))
        .isInstanceOf(AccountReadException.class)
        .hasMessageContaining("logs:DescribeMetricFilters");
  }

  @Test
  void answerThatIsNotAsDocumentedFailsTheRead() {
    aws.amend(
        "logs",
        "DescribeMetricFilters",
        Map.of(),
        Map.of("metricFilters", List.of(Map.of("filterPattern", "{ $.a = 1 }"))));

    assertThatThrownBy(() -> read(HOME))
        .isInstanceOf(AccountReadException.class)
        .hasMessageContaining("filterName");
  }

  @Test
  void expiredCredentialsAreNoDeniedTopic() {
    account.putMetricAlarm("root", "alerts", Map.of("AlarmActions", List.of(FOREIGN_TOPIC)));
    aws.fail(
        new InjectedFault(
            "sns",
            "ListSubscriptionsByTopic",
            Map.of(),
            "ExpiredToken",
            "The security token included in the request is expired",
            403,
            -1));

    assertThatThrownBy(() -> read(HOME))
        .isInstanceOf(AccountReadException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void closedTopicOfAnotherAccountIsAFactAndAskedForOnce() {
    account.putMetricAlarm("root", "alerts", Map.of("AlarmActions", List.of(FOREIGN_TOPIC)));
    account.putMetricFilter("second", "{ $.a = 1 }");
    account.putMetricAlarm("second", "alerts", Map.of("AlarmActions", List.of(FOREIGN_TOPIC)));
    aws.fail(InjectedFault.accessDenied("sns", "ListSubscriptionsByTopic"));
    aws.forgetRequests();

    Topic topic = onlyTopic(read(HOME));

    assertThat(topic.topicArn()).isEqualTo(FOREIGN_TOPIC);
    assertThat(topic.denied()).containsExactly("sns:ListSubscriptionsByTopic");
    assertThat(aws.requests())
        .filteredOn(call -> call.service().equals("sns"))
        .extracting(RecordedCall::operation)
        .containsExactly("ListSubscriptionsByTopic");
  }

  @Test
  void topicThatDoesNotExistIsAFact() {
    account.putMetricAlarm("root", "deleted");

    assertThat(read(HOME).in(HOME).orElseThrow().topics()).isEmpty();
  }

  @Test
  void actionsThatNameNoTopicOfTheRegionAreNotAskedFor() {
    account.putMetricAlarm(
        "root",
        "alerts",
        Map.of(
            "AlarmActions",
            List.of(
                "arn:aws:sns:eu-west-1:123456789012",
                "arn:aws:sns:us-east-1:123456789012:alerts",
                "arn:aws:automate:eu-west-1:ec2:stop")));
    aws.forgetRequests();

    assertThat(read(HOME).in(HOME).orElseThrow().topics()).isEmpty();
    assertThat(aws.requests()).extracting(RecordedCall::service).doesNotContain("sns");
  }

  @Test
  void closedKeyOfAnotherAccountIsAFact() {
    String key =
        "arn:aws:kms:eu-west-1:" + OTHER_ACCOUNT + ":key/1234abcd-12ab-34cd-56ef-1234567890ab";
    account.encrypt("alerts", key);
    aws.fail(InjectedFault.accessDenied("kms", "DescribeKey"));

    Key read = read(HOME).in(HOME).orElseThrow().keys().get(0);

    assertThat(read.arn()).isEqualTo(key);
    assertThat(read.denied()).containsExactly("kms:DescribeKey");
  }

  @Test
  void closedTrailOfTheOrganizationIsAFactAndAskedForOnce() {
    String arn = "arn:aws:cloudtrail:us-east-1:" + OTHER_ACCOUNT + ":trail/organization";
    aws.amend(
        "cloudtrail",
        "DescribeTrails",
        Map.of(),
        Map.of(
            "trailList",
            List.of(
                Map.of(
                    "Name",
                    "organization",
                    "TrailARN",
                    arn,
                    "HomeRegion",
                    "us-east-1",
                    "IncludeGlobalServiceEvents",
                    true,
                    "IsMultiRegionTrail",
                    true,
                    "IsOrganizationTrail",
                    true,
                    "CloudWatchLogsLogGroupArn",
                    "arn:aws:logs:us-east-1:" + OTHER_ACCOUNT + ":log-group:organization:*"))));
    aws.fail(InjectedFault.accessDenied("cloudtrail", "GetTrailStatus"));
    aws.forgetRequests();

    Snapshot snapshot = read(HOME);

    Trail trail = snapshot.trails().get(0);
    assertThat(trail.denied()).containsExactly("cloudtrail:GetTrailStatus");
    assertThat(trail.status()).isNull();
    assertThat(snapshot.regions()).isEmpty();
    assertThat(aws.requests())
        .extracting(RecordedCall::name)
        .containsExactly("cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus");
  }

  @Test
  void logGroupThatIsGoneIsAFact() {
    account.call("logs", "DeleteLogGroup", Map.of("logGroupName", MonitoredAccount.LOG_GROUP));

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.logGroups()).isEmpty();
    assertThat(home.metricFilters()).isEmpty();
  }

  @Test
  void logGroupWhoseNameOnlyBeginsLikeItIsAnotherOne() {
    account.call("logs", "DeleteLogGroup", Map.of("logGroupName", MonitoredAccount.LOG_GROUP));
    account.call(
        "logs", "CreateLogGroup", Map.of("logGroupName", MonitoredAccount.LOG_GROUP + "-2"));

    assertThat(read(HOME).in(HOME).orElseThrow().logGroups()).isEmpty();
  }

  @Test
  void regionThatKnowsNoLogAlarmsHasNone() {
    aws.fail(
        new InjectedFault(
            "cloudwatch",
            "DescribeAlarms",
            Map.of(),
            "ValidationError",
            "1 validation error detected: Value 'LogAlarm' at 'alarmTypes' failed to satisfy constraint",
            400,
            1));

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.metricAlarms()).hasSize(1);
    assertThat(home.logAlarms()).isEmpty();
  }

  @Test
  void endpointThatKnowsNoMuteRulesIsNotAws() {
    aws.fail(unknown("cloudwatch", "ListAlarmMuteRules"));

    assertThatThrownBy(() -> read(HOME))
        .isInstanceOf(AccountReadException.class)
        .hasMessageStartingWith("`cloudwatch:ListAlarmMuteRules` on `*` failed")
        .hasMessageEndingWith("check the endpoint");
  }

  @ParameterizedTest
  @CsvSource({"eu-west-1, true", "us-gov-west-1, false", "cn-north-1, false"})
  void transformersAreUnknownOnlyInPartitionsThatLackThem(String region, boolean isFailure) {
    aws.reset();
    new MonitoredAccount(aws, region).createTrail().putLogAlarm("query");
    aws.fail(unknown("logs", "GetTransformer"));
    SnapshotRequest request = SnapshotRequest.of(ACCOUNT_ID, region);

    if (isFailure) {
      assertThatThrownBy(() -> read(request))
          .isInstanceOf(AccountReadException.class)
          .hasMessageStartingWith("`logs:GetTransformer` on `" + MonitoredAccount.LOG_GROUP);
    } else {
      assertThat(read(request).in(region).orElseThrow().logGroups())
          .singleElement()
          .matches(group -> group.transformer() == null);
    }
  }

  @Test
  void monitoringAccountIsReadInItsRole() {
    AwsEmulator other = aws.inAccount(OTHER_ACCOUNT);
    new MonitoredAccount(other, HOME)
        .createTrail()
        .createTopic("central")
        .putMetricFilter("central", "{ $.a = 1 }")
        .putMetricAlarm("central", "central");

    try (AwsClients monitoring = clients.inMonitoringAccount(OTHER_ACCOUNT)) {
      Snapshot snapshot =
          new SnapshotReader(monitoring, Clock.systemUTC())
              .read(SnapshotRequest.of(ACCOUNT_ID, HOME).monitoredBy(OTHER_ACCOUNT));

      assertThat(snapshot.account()).isEqualTo(ACCOUNT_ID);
      assertThat(onlyTopic(snapshot).topicArn()).isEqualTo(FOREIGN_TOPIC);
    }
  }

  @Test
  void roleOfTheMonitoringAccountThatMayNotBeAssumedFailsTheRead() {
    aws.fail(
        new InjectedFault(
            "sts", "AssumeRole", Map.of(), "AccessDenied", "not authorized", 403, -1));

    assertThatThrownBy(() -> clients.inMonitoringAccount(OTHER_ACCOUNT))
        .isInstanceOf(AccountReadException.class)
        .hasMessageStartingWith(
            "`sts:AssumeRole` on `arn:aws:iam::444455556666:role/tocsin-monitoring-reader` is denied");
  }

  private static InjectedFault unknown(String service, String operation) {
    return new InjectedFault(
        service, operation, Map.of(), "UnknownOperationException", "", 404, -1);
  }

  private static Topic onlyTopic(Snapshot snapshot) {
    List<Topic> topics = snapshot.in(HOME).orElseThrow().topics();
    assertThat(topics).hasSize(1);
    return topics.get(0);
  }

  private Snapshot read(String region) {
    return read(SnapshotRequest.of(ACCOUNT_ID, region));
  }

  private Snapshot read(SnapshotRequest request) {
    return new SnapshotReader(clients, Clock.systemUTC()).read(request);
  }
}

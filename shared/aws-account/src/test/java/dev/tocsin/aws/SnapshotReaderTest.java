package dev.tocsin.aws;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.Key;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.model.Trail;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithEmulator
class SnapshotReaderTest {
  private static final String HOME = "eu-west-1";
  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

  private AwsEmulator aws;
  private MonitoredAccount account;
  private AwsClients clients;

  @BeforeEach
  void anAccountWithATrailAndATopic(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, HOME).createTrail().createTopic("alerts");
    clients = EmulatorClients.of(emulator, HOME);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Test
  void fifteenFiltersFifteenAlarmsAndOneTopicTakeAtMostTenCalls() {
    putControls(15);
    aws.forgetRequests();

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.metricFilters()).hasSize(15);
    assertThat(home.metricAlarms()).hasSize(15);
    assertThat(home.topics()).hasSize(1);
    assertThat(aws.requests()).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void targetsOfADisabledRuleAreReadToo() {
    account.addWhatOnlySomeHave("alerts").call("events", "DisableRule", Map.of("Name", "root"));

    assertThat(
            new SnapshotReader(clients, Clock.systemUTC())
                .read(SnapshotRequest.of(ACCOUNT_ID, HOME).withEventRules())
                .in(HOME)
                .orElseThrow()
                .rules())
        .singleElement()
        .matches(rule -> rule.state().equals("DISABLED"))
        .matches(rule -> rule.targets().get(0).arn().equals(account.topicArn("alerts")));
  }

  @Test
  void everyMemberTheJudgeReadsArrives() {
    account.call(
        "logs",
        "PutMetricFilter",
        Map.of(
            "logGroupName",
            MonitoredAccount.LOG_GROUP,
            "filterName",
            "root",
            "filterPattern",
            "{ $.userIdentity.type = Root }",
            "applyOnTransformedLogs",
            true,
            "fieldSelectionCriteria",
            "@aws.region = \"us-east-1\"",
            "emitSystemFieldDimensions",
            List.of("@aws.account"),
            "metricTransformations",
            List.of(
                Map.of(
                    "metricName", "root",
                    "metricNamespace", MonitoredAccount.NAMESPACE,
                    "metricValue", "$.weight",
                    "unit", "Count",
                    "dimensions", Map.of("user", "$.userIdentity.arn")))));
    account.putMetricAlarm(
        "root",
        "alerts",
        Map.of(
            "Dimensions",
            List.of(Map.of("Name", "user", "Value", "root")),
            "TreatMissingData",
            "notBreaching",
            "DatapointsToAlarm",
            1,
            "Unit",
            "Count",
            "OKActions",
            List.of(account.topicArn("alerts"))));

    Snapshot snapshot = read(HOME);

    assertThat(snapshot.account()).isEqualTo(ACCOUNT_ID);
    assertThat(snapshot.takenAt()).isEqualTo(NOW);
    Trail trail = snapshot.trails().get(0);
    assertThat(trail.trailArn()).isEqualTo(account.trailArn());
    assertThat(trail.homeRegion()).isEqualTo(HOME);
    assertThat(trail.multiRegion()).isTrue();
    assertThat(trail.includeGlobalServiceEvents()).isTrue();
    assertThat(trail.status().logging()).isTrue();
    assertThat(trail.status().latestCloudWatchLogsDeliveryTime()).isNotNull();
    assertThat(trail.eventSelectors())
        .singleElement()
        .matches(all -> all.readWriteType().equals("All"));
    assertThat(trail.denied()).isEmpty();
    RegionMonitoring home = snapshot.in(HOME).orElseThrow();
    assertThat(home.logGroups())
        .singleElement()
        .matches(group -> group.logGroupName().equals(MonitoredAccount.LOG_GROUP));
    MetricFilter filter = home.metricFilters().get(0);
    assertThat(filter.applyOnTransformedLogs()).isTrue();
    assertThat(filter.fieldSelectionCriteria()).contains("us-east-1");
    assertThat(filter.emitSystemFieldDimensions()).containsExactly("@aws.account");
    assertThat(filter.metricTransformations().get(0).dimensions()).containsKey("user");
    assertThat(filter.metricTransformations().get(0).unit()).isEqualTo("Count");
    MetricAlarm alarm = home.metricAlarms().get(0);
    assertThat(alarm.threshold()).isEqualTo(1.0);
    assertThat(alarm.period()).isEqualTo(300);
    assertThat(alarm.dimensions()).singleElement().matches(d -> d.value().equals("root"));
    assertThat(alarm.treatMissingData()).isEqualTo("notBreaching");
    assertThat(alarm.okActions()).containsExactly(account.topicArn("alerts"));
    Topic topic = home.topics().get(0);
    assertThat(topic.attributes()).containsKey("Policy");
    assertThat(topic.subscriptions()).singleElement().matches(s -> s.protocol().equals("email"));
    assertThat(SnapshotJson.write(snapshot)).contains("takenAt");
  }

  @Test
  void trailIsFollowedToItsHomeRegion() {
    putControls(1);
    aws.forgetRequests();

    Snapshot snapshot = read("ap-south-1");

    assertThat(snapshot.region()).isEqualTo("ap-south-1");
    assertThat(snapshot.regions()).containsOnlyKeys(HOME);
    assertThat(snapshot.in(HOME).orElseThrow().metricFilters()).hasSize(1);
    assertThat(aws.requests()).extracting(RecordedCall::region).containsOnlyOnce("ap-south-1");
  }

  @Test
  void allPagesAreReadAndNoCallIsMadeTwice() {
    putControls(120);
    for (int i = 0; i < 130; i++) {
      account.subscribe("alerts", "email", "person-%03d@example.com".formatted(i));
    }
    aws.forgetRequests();

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.metricFilters())
        .extracting(MetricFilter::filterName)
        .hasSize(120)
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(home.metricAlarms()).hasSize(120);
    assertThat(home.topics().get(0).subscriptions()).hasSize(131);
    Map<String, Long> calls =
        aws.requests().stream()
            .collect(Collectors.groupingBy(RecordedCall::name, Collectors.counting()));
    assertThat(calls).containsEntry("logs:DescribeMetricFilters", 3L);
    assertThat(calls).containsEntry("cloudwatch:DescribeAlarms", 2L);
    assertThat(calls).containsEntry("sns:ListSubscriptionsByTopic", 2L);
    assertThat(calls).containsEntry("sns:GetSubscriptionAttributes", 1L);
    assertThat(aws.requests()).doesNotHaveDuplicates();
  }

  @Test
  void alarmsOfOtherMetricsAreKeptButTheirTopicsAreNotAskedFor() {
    putControls(1);
    account.createTopic("billing");
    account.putMetricAlarm(
        "cpu", "billing", Map.of("Namespace", "AWS/EC2", "MetricName", "CPUUtilization"));

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.metricAlarms()).hasSize(2);
    assertThat(home.topics())
        .extracting(Topic::topicArn)
        .containsExactly(account.topicArn("alerts"));
  }

  @Test
  void topicsOfCompositeAlarmsAndOfMetricMathAreFollowed() {
    account.createTopic("composite").createTopic("math");
    account.putMetricFilter("root", "{ $.userIdentity.type = Root }");
    Map<String, Object> math = new HashMap<>();
    math.put("AlarmName", "math");
    math.put("EvaluationPeriods", 1);
    math.put("ComparisonOperator", "GreaterThanThreshold");
    math.put("Threshold", 0);
    math.put("AlarmActions", List.of(account.topicArn("math")));
    math.put(
        "Metrics",
        List.of(
            Map.of(
                "Id",
                "m1",
                "ReturnData",
                true,
                "MetricStat",
                Map.of(
                    "Metric",
                    Map.of("Namespace", MonitoredAccount.NAMESPACE, "MetricName", "root"),
                    "Period",
                    60,
                    "Stat",
                    "Sum"))));
    account.call("cloudwatch", "PutMetricAlarm", math);
    account.call(
        "cloudwatch",
        "PutCompositeAlarm",
        Map.of("AlarmName", "inner", "AlarmRule", "ALARM(\"math\")"));
    account.call(
        "cloudwatch",
        "PutCompositeAlarm",
        Map.of(
            "AlarmName", "outer",
            "AlarmRule", "ALARM(\"inner\")",
            "AlarmActions", List.of(account.topicArn("composite"))));

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.compositeAlarms()).hasSize(2);
    assertThat(home.metricAlarms().get(0).metrics().get(0).metricStat().stat()).isEqualTo("Sum");
    assertThat(home.topics())
        .extracting(Topic::topicArn)
        .containsExactly(account.topicArn("math"), account.topicArn("composite"));
  }

  @Test
  void logAlarmsAndMuteRulesArrive() {
    account.call(
        "cloudwatch",
        "PutLogAlarm",
        Map.of(
            "AlarmName",
            "log-alarm",
            "ComparisonOperator",
            "GreaterThanThreshold",
            "Threshold",
            0,
            "AlarmActions",
            List.of(account.topicArn("alerts")),
            "ScheduledQueryConfiguration",
            Map.of(
                "QueryString", "filter userIdentity.type = 'Root'",
                "LogGroupIdentifiers", List.of(MonitoredAccount.LOG_GROUP),
                "AggregationExpression", "count(*)")));
    account.call(
        "cloudwatch",
        "PutAlarmMuteRule",
        Map.of(
            "Name", "maintenance",
            "Rule",
                Map.of("Schedule", Map.of("Expression", "cron(0 2 * * ? *)", "Duration", "PT1H")),
            "MuteTargets", Map.of("AlarmNames", List.of("log-alarm"))));

    RegionMonitoring home = read(HOME).in(HOME).orElseThrow();

    assertThat(home.logAlarms())
        .singleElement()
        .matches(
            alarm ->
                alarm.scheduledQueryConfiguration().aggregationExpression().equals("count(*)"));
    assertThat(home.alarmMuteRules())
        .singleElement()
        .matches(rule -> rule.muteTargets().alarmNames().equals(List.of("log-alarm")))
        .matches(rule -> rule.rule().schedule().duration().equals("PT1H"));
    assertThat(home.topics()).hasSize(1);
  }

  @Test
  void filterPoliciesAreReadUntilASubscriptionHasNone() {
    putControls(1);
    account.subscribe("alerts", "sqs", "arn:aws:sqs:eu-west-1:123456789012:queue-1");
    account.subscribe("alerts", "sqs", "arn:aws:sqs:eu-west-1:123456789012:queue-2");
    Subscription email = topic(read(HOME)).subscriptions().get(0);
    aws.callSns(
        HOME,
        "SetSubscriptionAttributes",
        Map.of(
            "SubscriptionArn", email.subscriptionArn(),
            "AttributeName", "FilterPolicy",
            "AttributeValue", "{\"severity\":[\"high\"]}"));

    assertThat(topic(read(HOME)).subscriptions())
        .extracting(Subscription::protocol, Subscription::filterPolicy)
        .containsExactly(tuple("email", "{\"severity\":[\"high\"]}"), tuple("sqs", null));
  }

  @Test
  void keyOfAnEncryptedTopicIsReadWithItsPolicyAndItsAlias() {
    putControls(1);
    String key =
        aws.call("kms", HOME, "CreateKey", Map.of("Policy", "{\"Statement\":[]}"))
            .at("/KeyMetadata/KeyId")
            .asText();
    account.call("kms", "CreateAlias", Map.of("AliasName", "alias/alerts", "TargetKeyId", key));
    account.encrypt("alerts", "alias/alerts");

    Key read = read(HOME).in(HOME).orElseThrow().keys().get(0);

    assertThat(read.keyId()).isEqualTo(key);
    assertThat(read.aliases()).containsExactly("alias/alerts");
    assertThat(read.keyManager()).isEqualTo("CUSTOMER");
    assertThat(read.keyState()).isEqualTo("Enabled");
    assertThat(read.policy()).isEqualTo("{\"Statement\":[]}");
  }

  @Test
  void keyThatAwsManagesUnderItsKnownNameIsNotAskedFor() {
    putControls(1);
    account.encrypt("alerts", "alias/aws/sns");
    aws.forgetRequests();

    assertThat(topic(read(HOME)).attributes()).containsEntry("KmsMasterKeyId", "alias/aws/sns");
    assertThat(aws.requests()).extracting(RecordedCall::service).doesNotContain("kms");
  }

  @Test
  void eventRulesAreReadOnlyWhenAskedFor() {
    account.call(
        "events",
        "PutRule",
        Map.of(
            "Name", "root",
            "State", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
            "EventPattern", "{\"source\":[\"aws.signin\"]}"));
    account.call(
        "events",
        "PutTargets",
        Map.of(
            "Rule",
            "root",
            "Targets",
            List.of(Map.of("Id", "1", "Arn", account.topicArn("alerts")))));

    assertThat(read(HOME).in(HOME).orElseThrow().rules()).isEmpty();
    assertThat(aws.requests()).extracting(RecordedCall::name).doesNotContain("events:ListRules");

    Snapshot asked = reader().read(SnapshotRequest.of(ACCOUNT_ID, HOME).withEventRules());
    EventRule rule = asked.in(HOME).orElseThrow().rules().get(0);
    assertThat(rule.state()).isEqualTo("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
    assertThat(rule.targets())
        .extracting(EventRule.Target::arn)
        .containsExactly(account.topicArn("alerts"));
    assertThat(asked.in(HOME).orElseThrow().topics()).hasSize(1);
    assertThat(asked.regions()).containsOnlyKeys(HOME, "us-east-1");
  }

  @Test
  void accountWithoutATrailIsReadInOneCall() {
    account.call("cloudtrail", "DeleteTrail", Map.of("Name", MonitoredAccount.TRAIL));
    aws.forgetRequests();

    assertThat(read(HOME).trails()).isEmpty();
    assertThat(aws.requests()).hasSize(1);
  }

  @Test
  void twoReadsOfOneAccountAreEqual() {
    putControls(60);

    assertThat(read(HOME).regions()).isEqualTo(read(HOME).regions());
  }

  private Snapshot read(String region) {
    return reader().read(SnapshotRequest.of(ACCOUNT_ID, region));
  }

  private SnapshotReader reader() {
    return new SnapshotReader(clients, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Topic topic(Snapshot snapshot) {
    return snapshot.in(HOME).orElseThrow().topics().get(0);
  }

  private void putControls(int count) {
    IntStream.range(0, count)
        .mapToObj("control-%03d"::formatted)
        .forEach(
            name ->
                account
                    .putMetricFilter(name, "{ $.eventName = \"" + name + "\" }")
                    .putMetricAlarm(name, "alerts"));
  }
}

package dev.tocsin.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the layer adds to moto, each as the AWS API reference states it. */
@WithEmulator
class EmulatorTest {
  private static final String REGION = "eu-central-1";

  private AwsEmulator aws;
  private MonitoredAccount account;

  @BeforeEach
  void anEmptyAccount(AwsEmulator emulator) {
    aws = emulator;
    account = new MonitoredAccount(emulator, REGION);
  }

  @Test
  void metricFiltersComeFiftyAPageInTheOrderOfTheirNames() {
    account.createTrail();
    IntStream.rangeClosed(1, 60)
        .forEach(
            i -> account.putMetricFilter("filter-%02d".formatted(61 - i), "{ $.a = " + i + " }"));

    JsonNode first = describeFilters(Map.of());
    JsonNode second = describeFilters(Map.of("nextToken", first.path("nextToken").asText()));

    assertThat(first.path("metricFilters")).hasSize(50);
    assertThat(second.path("metricFilters")).hasSize(10);
    assertThat(second.has("nextToken")).isFalse();
    assertThat(first.at("/metricFilters/0/filterName").asText()).isEqualTo("filter-01");
    assertThat(second.at("/metricFilters/9/filterName").asText()).isEqualTo("filter-60");
  }

  @Test
  void metricFilterOfTheSameNameIsReplacedAndKeepsItsNewerFields() {
    account.createTrail().putMetricFilter("root", "{ $.a = 1 }");
    account.call(
        "logs",
        "PutMetricFilter",
        Map.of(
            "logGroupName", MonitoredAccount.LOG_GROUP,
            "filterName", "root",
            "filterPattern", "{ $.a = 2 }",
            "fieldSelectionCriteria", "@aws.region = \"us-east-1\"",
            "metricTransformations",
                List.of(Map.of("metricName", "m", "metricNamespace", "n", "metricValue", "1"))));

    JsonNode filters = describeFilters(Map.of()).path("metricFilters");

    assertThat(filters).hasSize(1);
    assertThat(filters.at("/0/filterPattern").asText()).isEqualTo("{ $.a = 2 }");
    assertThat(filters.at("/0/fieldSelectionCriteria").asText()).contains("@aws.region");
    assertThat(filters.at("/0/applyOnTransformedLogs").isBoolean()).isTrue();
    assertThat(filters.at("/0/creationTime").asLong()).isPositive();
  }

  @Test
  void filtersOfALogGroupThatIsGoneAreAnError() {
    assertThatThrownBy(() -> describeFilters(Map.of()))
        .hasMessageContaining("ResourceNotFoundException");
  }

  @Test
  void alarmsComeByKindAndPage() {
    account.createTopic("alerts");
    IntStream.rangeClosed(1, 51)
        .forEach(i -> account.putMetricAlarm("alarm-%02d".formatted(i), "alerts"));
    account.call(
        "cloudwatch",
        "PutCompositeAlarm",
        Map.of("AlarmName", "any", "AlarmRule", "ALARM(alarm-01)"));

    JsonNode metricOnly = describeAlarms(Map.of("MaxRecords", 100));
    JsonNode page = describeAlarms(Map.of("AlarmTypes", List.of("CompositeAlarm", "MetricAlarm")));

    assertThat(metricOnly.path("MetricAlarms")).hasSize(51);
    assertThat(metricOnly.has("CompositeAlarms")).isFalse();
    assertThat(page.path("CompositeAlarms")).hasSize(1);
    assertThat(page.path("MetricAlarms")).hasSize(49);
    assertThat(page.path("NextToken").isTextual()).isTrue();
  }

  @Test
  void deletedAlarmIsGone() {
    account.createTopic("alerts").putMetricAlarm("root", "alerts");
    account.call("cloudwatch", "DeleteAlarms", Map.of("AlarmNames", List.of("root")));

    assertThat(describeAlarms(Map.of()).path("MetricAlarms")).isEmpty();
  }

  @Test
  void emailSubscriptionIsPendingUntilThePersonConfirms() {
    account.createTopic("alerts").subscribe("alerts", "email", "late@example.com");

    String subscriptions =
        aws.callSns(
            REGION, "ListSubscriptionsByTopic", Map.of("TopicArn", account.topicArn("alerts")));

    assertThat(subscriptions).containsOnlyOnce("PendingConfirmation");
    aws.confirm(account.topicArn("alerts"), "late@example.com");
    assertThat(
            aws.callSns(
                REGION, "ListSubscriptionsByTopic", Map.of("TopicArn", account.topicArn("alerts"))))
        .doesNotContain("PendingConfirmation");
  }

  @Test
  void annotationLongerThanConfigHoldsIsRefused() {
    Map<String, Object> evaluation =
        Map.of(
            "ComplianceResourceType",
            "AWS::::Account",
            "ComplianceResourceId",
            AwsEmulator.ACCOUNT_ID,
            "ComplianceType",
            "COMPLIANT",
            "Annotation",
            "x".repeat(257),
            "OrderingTimestamp",
            1);

    assertThatThrownBy(
            () ->
                account.call(
                    "config",
                    "PutEvaluations",
                    Map.of("ResultToken", "token", "Evaluations", List.of(evaluation))))
        .hasMessageContaining("ValidationException");
  }

  @Test
  void operationThatNobodyKnowsIsAnsweredAsAwsDoes() {
    assertThatThrownBy(
            () ->
                account.call(
                    "logs",
                    "TestMetricFilter",
                    Map.of("filterPattern", "", "logEventMessages", List.of("x"))))
        .hasMessageContaining("400")
        .hasMessageContaining("UnknownOperationException");
  }

  @Test
  void faultConcernsTheCallsItNamesAsOftenAsItSays() {
    account.createTopic("alerts").createTopic("other");
    aws.fail(
        InjectedFault.accessDenied("sns", "ListSubscriptionsByTopic")
            .where("TopicArn", account.topicArn("alerts"))
            .times(1));
    Map<String, String> alerts = Map.of("TopicArn", account.topicArn("alerts"));

    aws.callSns(REGION, "ListSubscriptionsByTopic", Map.of("TopicArn", account.topicArn("other")));
    assertThatThrownBy(() -> aws.callSns(REGION, "ListSubscriptionsByTopic", alerts))
        .hasMessageContaining("403")
        .hasMessageContaining("AuthorizationError");
    aws.callSns(REGION, "ListSubscriptionsByTopic", alerts);
  }

  @Test
  void amendmentIsLaidOverTheResult() {
    account.createTrail();
    aws.amend(
        "cloudtrail",
        "GetTrailStatus",
        Map.of("Name", MonitoredAccount.TRAIL),
        Map.of("LatestCloudWatchLogsDeliveryError", "AccessDenied"));

    JsonNode status =
        aws.call("cloudtrail", REGION, "GetTrailStatus", Map.of("Name", MonitoredAccount.TRAIL));

    assertThat(status.path("IsLogging").asBoolean()).isTrue();
    assertThat(status.path("LatestCloudWatchLogsDeliveryError").asText()).isEqualTo("AccessDenied");
  }

  @Test
  void everyCallIsRecordedWithItsParametersAndItsError() {
    account.createTopic("alerts");
    aws.forgetRequests();
    aws.fail(InjectedFault.throttled("cloudwatch", "DescribeAlarms"));
    assertThatThrownBy(() -> describeAlarms(Map.of("MaxRecords", 100)))
        .hasMessageContaining("Throttling");

    assertThat(aws.requests())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.name()).isEqualTo("cloudwatch:DescribeAlarms");
              assertThat(call.region()).isEqualTo(REGION);
              assertThat(call.parameters().path("MaxRecords").asInt()).isEqualTo(100);
              assertThat(call.error()).isEqualTo("Throttling");
            });
  }

  @Test
  void trailIsSeenFromEveryRegionAndLogsAllManagementEventsUnlessToldOtherwise() {
    account.createTrail();

    JsonNode shadow = aws.call("cloudtrail", "us-east-1", "DescribeTrails", Map.of());
    JsonNode selectors =
        aws.call(
            "cloudtrail", REGION, "GetEventSelectors", Map.of("TrailName", account.trailArn()));

    assertThat(shadow.at("/trailList/0/HomeRegion").asText()).isEqualTo(REGION);
    assertThat(selectors.at("/EventSelectors/0/ReadWriteType").asText()).isEqualTo("All");
  }

  @Test
  void accountsDoNotSeeEachOther() {
    AwsEmulator other = aws.inAccount("444455556666");
    new MonitoredAccount(other, REGION)
        .createTrail()
        .createTopic("alerts")
        .putMetricAlarm("root", "alerts");

    assertThat(describeAlarms(Map.of()).path("MetricAlarms")).isEmpty();
    assertThat(
            other
                .call("cloudwatch", REGION, "DescribeAlarms", Map.of())
                .at("/MetricAlarms/0/AlarmArn")
                .asText())
        .isEqualTo("arn:aws:cloudwatch:eu-central-1:444455556666:alarm:root");
  }

  @Test
  void noAccountSurvivesAReset() {
    account.createTrail().createTopic("alerts").putMetricAlarm("root", "alerts");
    aws.reset();

    assertThat(describeAlarms(Map.of()).path("MetricAlarms")).isEmpty();
    assertThat(
            StreamSupport.stream(
                aws.call("cloudtrail", REGION, "DescribeTrails", Map.of())
                    .path("trailList")
                    .spliterator(),
                false))
        .isEmpty();
  }

  private JsonNode describeFilters(Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("logGroupName", MonitoredAccount.LOG_GROUP);
    return aws.call("logs", REGION, "DescribeMetricFilters", all);
  }

  private JsonNode describeAlarms(Map<String, ?> parameters) {
    return aws.call("cloudwatch", REGION, "DescribeAlarms", parameters);
  }

  @Test
  void recordThatIsWrittenRaisesTheAlarmInTime() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    aws.setClock(start);
    account
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter("root", "{ ($.a = \"x*\") && (($.b != 2) || ($.c NOT EXISTS)) }")
        .putMetricAlarm("root", "alerts");
    Map<String, Object> stream =
        Map.of("logGroupName", MonitoredAccount.LOG_GROUP, "logStreamName", "s");
    account.call("logs", "CreateLogStream", stream);
    Map<String, Object> events = new HashMap<>(stream);
    events.put(
        "logEvents",
        List.of(Map.of("timestamp", start.toEpochMilli(), "message", "{\"a\": \"xy\", \"b\": 2}")));

    account.call("logs", "PutLogEvents", events);

    assertThat(describeAlarms(Map.of()).at("/MetricAlarms/0/StateValue").asText())
        .isEqualTo("INSUFFICIENT_DATA");
    aws.setClock(start.plusSeconds(60));
    assertThat(describeAlarms(Map.of()).at("/MetricAlarms/0/StateValue").asText())
        .isEqualTo("ALARM");
    JsonNode history =
        aws.call("cloudwatch", REGION, "DescribeAlarmHistory", Map.of("AlarmName", "root"));
    assertThat(history.path("AlarmHistoryItems").findValuesAsText("HistorySummary"))
        .containsExactly(
            "Successfully executed action " + account.topicArn("alerts"),
            "Alarm updated from INSUFFICIENT_DATA to ALARM");
  }

  @Test
  void nobodyPutsEventsAsAws() {
    JsonNode answer =
        aws.call(
            "events",
            REGION,
            "PutEvents",
            Map.of(
                "Entries",
                List.of(Map.of("Source", "aws.ec2", "DetailType", "t", "Detail", "{}"))));

    assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(1);
    assertThat(answer.at("/Entries/0/ErrorCode").asText())
        .isEqualTo("NotAuthorizedForSourceException");
  }
}

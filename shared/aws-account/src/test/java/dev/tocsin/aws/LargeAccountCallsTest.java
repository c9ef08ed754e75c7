package dev.tocsin.aws;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How many calls a large account takes: the pages of its lists, and three for each topic that the
 * alarms behind its filters notify, whatever else it holds.
 */
@WithEmulator
class LargeAccountCallsTest {
  private static final String HOME = "eu-west-1";
  private static final List<String> REACHED = List.of("alerts", "on-call", "audit");
  private static final int GROUPS = 20;
  private static final int FILTERS = 90;
  private static final int ALARMS = 3_000;
  private static final int A_PAGE = 100;
  private static final int TOPICS = 200;

  @Test
  void takesThePagesOfItsListsAndThreeCallsATopicThatIsReached(AwsEmulator aws) {
    MonitoredAccount account = new MonitoredAccount(aws, HOME).createTrail();
    REACHED.forEach(account::createTopic);
    for (int i = 1; i < GROUPS; i++) {
      account.call("logs", "CreateLogGroup", Map.of("logGroupName", "application-" + i));
    }
    for (int i = 0; i < FILTERS; i++) {
      account.putMetricFilter(filter(i), "{ $.eventName = Event" + i + " }");
    }
    account.putMetricAlarm("pattern", REACHED.get(0));
    answerInPages(aws, account);
    aws.forgetRequests();

    try (AwsClients clients = EmulatorClients.of(aws, HOME)) {
      RegionMonitoring home =
          new SnapshotReader(clients, Clock.systemUTC())
              .read(SnapshotRequest.of(ACCOUNT_ID, HOME))
              .in(HOME)
              .orElseThrow();

      assertThat(home.metricFilters()).hasSize(FILTERS);
      assertThat(home.metricAlarms()).hasSize(ALARMS);
      assertThat(home.topics()).hasSize(REACHED.size());
    }
    Map<String, Long> calls =
        aws.requests().stream()
            .collect(Collectors.groupingBy(RecordedCall::name, Collectors.counting()));
    long topics = REACHED.size();
    assertThat(calls)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "cloudtrail:DescribeTrails", 1L,
                "cloudtrail:GetTrailStatus", 1L,
                "cloudtrail:GetEventSelectors", 1L,
                "logs:DescribeLogGroups", 1L,
                "logs:DescribeMetricFilters", 2L,
                "cloudwatch:DescribeAlarms", (long) ALARMS / A_PAGE,
                "cloudwatch:ListAlarmMuteRules", 1L,
                "sns:ListSubscriptionsByTopic", topics,
                "sns:GetTopicAttributes", topics,
                "sns:GetSubscriptionAttributes", topics));
  }

  /**
   * Many alarms in little time: the emulator makes one, and its likes are laid over the answers.
   */
  private static void answerInPages(AwsEmulator aws, MonitoredAccount account) {
    ObjectNode pattern =
        (ObjectNode) aws.call("cloudwatch", HOME, "DescribeAlarms", Map.of()).at("/MetricAlarms/0");
    pattern.properties().removeIf(member -> member.getKey().endsWith("Timestamp"));
    for (int page = 0; page < ALARMS / A_PAGE; page++) {
      ArrayNode alarms = pattern.arrayNode();
      for (int i = page * A_PAGE; i < (page + 1) * A_PAGE; i++) {
        boolean ours = i < FILTERS;
        ObjectNode alarm = pattern.deepCopy();
        alarm.put("AlarmName", "alarm-%04d".formatted(i));
        alarm.put("AlarmArn", pattern.path("AlarmArn").asText().replace(":pattern", ":alarm-" + i));
        alarm.put("MetricName", ours ? filter(i) : "CPUUtilization");
        alarm.put("Namespace", ours ? MonitoredAccount.NAMESPACE : "AWS/EC2");
        alarm
            .putArray("AlarmActions")
            .add(account.topicArn(ours ? REACHED.get(i % REACHED.size()) : "other-" + i % TOPICS));
        alarms.add(alarm);
      }
      Map<String, Object> answer = new HashMap<>(Map.of("MetricAlarms", alarms));
      answer.put("NextToken", page == ALARMS / A_PAGE - 1 ? null : token(page + 1));
      aws.amend(
          "cloudwatch",
          "DescribeAlarms",
          page == 0 ? Map.of() : Map.of("NextToken", token(page)),
          answer);
    }
  }

  private static String token(int page) {
    return String.valueOf(page * A_PAGE);
  }

  private static String filter(int index) {
    return "filter-%02d".formatted(index);
  }
}

package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmMuteRuleStatus;
import software.amazon.awssdk.services.cloudwatch.model.AlarmMuteRuleSummary;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.LogAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Reads the alarms of a Region and the mute rules that silence them. */
final class AlarmReader {
  private static final int MOST_ALARMS_A_PAGE = 100;
  private static final String DESCRIBE_ALARMS = "cloudwatch:DescribeAlarms";

  private final AwsClients clients;

  AlarmReader(AwsClients clients) {
    this.clients = clients;
  }

  /** All alarms of a Region by kind, each kind in the API's order. */
  record Alarms(List<MetricAlarm> metric, List<CompositeAlarm> composite, List<LogAlarm> log) {}

  /** Every alarm of a Region. A Region without log alarms refuses their type; then it has none. */
  Alarms alarms(String region) {
    Answer<List<DescribeAlarmsResponse>> all =
        ApiCall.ask(
            DESCRIBE_ALARMS,
            "*",
            Set.of("ValidationError", "ValidationException", "InvalidParameterValue"),
            () ->
                pages(
                    region,
                    AlarmType.METRIC_ALARM,
                    AlarmType.COMPOSITE_ALARM,
                    AlarmType.LOG_ALARM));
    List<DescribeAlarmsResponse> pages =
        all.isRefused()
            ? ApiCall.read(
                DESCRIBE_ALARMS,
                "*",
                () -> pages(region, AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
            : all.value();
    return new Alarms(
        pages.stream().flatMap(page -> page.metricAlarms().stream()).toList(),
        pages.stream().flatMap(page -> page.compositeAlarms().stream()).toList(),
        pages.stream().flatMap(page -> page.logAlarms().stream()).toList());
  }

  /** The mute rules of a Region that are or will be active. A Region that knows none has none. */
  List<ObjectNode> muteRules(String region) {
    CloudWatchClient cloudWatch = clients.cloudWatch(region);
    Answer<List<AlarmMuteRuleSummary>> rules =
        ApiCall.ask(
            "cloudwatch:ListAlarmMuteRules",
            "*",
            Set.of("UnknownOperationException", "UnknownOperation"),
            () ->
                cloudWatch
                    .listAlarmMuteRulesPaginator(
                        request ->
                            request.statuses(
                                AlarmMuteRuleStatus.ACTIVE, AlarmMuteRuleStatus.SCHEDULED))
                    .alarmMuteRuleSummaries()
                    .stream()
                    .toList());
    return rules.isRefused()
        ? List.of()
        : rules.value().stream()
            .map(rule -> muteRule(cloudWatch, rule.alarmMuteRuleArn()))
            .toList();
  }

  private static ObjectNode muteRule(CloudWatchClient cloudWatch, String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return SdkJson.object(
        ApiCall.read(
            "cloudwatch:GetAlarmMuteRule",
            arn,
            () -> cloudWatch.getAlarmMuteRule(request -> request.alarmMuteRuleName(name))));
  }

  private List<DescribeAlarmsResponse> pages(String region, AlarmType... types) {
    return clients
        .cloudWatch(region)
        .describeAlarmsPaginator(
            request -> request.alarmTypes(types).maxRecords(MOST_ALARMS_A_PAGE))
        .stream()
        .toList();
  }
}

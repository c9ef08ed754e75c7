package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmMuteRuleStatus;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListAlarmMuteRulesResponse;
import software.amazon.awssdk.services.cloudwatch.model.LogAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Reads the alarms of a Region and the mute rules that silence them. */
final class AlarmReader {
  private static final int MOST_ALARMS_A_PAGE = 100;

  private final AwsClients clients;

  AlarmReader(AwsClients clients) {
    this.clients = clients;
  }

  /** All alarms of a Region by kind, each kind in the API's order. */
  record Alarms(List<MetricAlarm> metric, List<CompositeAlarm> composite, List<LogAlarm> log) {}

  /**
   * Every alarm of a Region. A Region without log alarms refuses their type; then it has none, and
   * the same call without the type must be answered.
   */
  Alarms alarms(String region) {
    Answer<List<DescribeAlarmsResponse>> all =
        pages(
            region,
            Set.of("ValidationError", "ValidationException", "InvalidParameterValue"),
            AlarmType.METRIC_ALARM,
            AlarmType.COMPOSITE_ALARM,
            AlarmType.LOG_ALARM);
    List<DescribeAlarmsResponse> pages =
        (all.isRefused()
                ? pages(region, Set.of(), AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                : all)
            .value();
    return new Alarms(
        pages.stream().flatMap(page -> page.metricAlarms().stream()).toList(),
        pages.stream().flatMap(page -> page.compositeAlarms().stream()).toList(),
        pages.stream().flatMap(page -> page.logAlarms().stream()).toList());
  }

  /**
   * The mute rules of a Region that are or will be active. Every Region has mute rules
   * (CloudFormation's resource types by Region), so that an endpoint without them is not AWS's.
   */
  List<ObjectNode> muteRules(String region) {
    CloudWatchClient cloudWatch = clients.cloudWatch(region);
    return ApiCall.readPages(
            "cloudwatch:ListAlarmMuteRules",
            "*",
            page ->
                cloudWatch.listAlarmMuteRules(
                    request ->
                        request
                            .statuses(AlarmMuteRuleStatus.ACTIVE, AlarmMuteRuleStatus.SCHEDULED)
                            .nextToken(page)),
            ListAlarmMuteRulesResponse::nextToken)
        .stream()
        .flatMap(page -> page.alarmMuteRuleSummaries().stream())
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

  private Answer<List<DescribeAlarmsResponse>> pages(
      String region, Set<String> facts, AlarmType... types) {
    CloudWatchClient cloudWatch = clients.cloudWatch(region);
    return ApiCall.askPages(
        "cloudwatch:DescribeAlarms",
        "*",
        facts,
        page ->
            cloudWatch.describeAlarms(
                request ->
                    request.alarmTypes(types).maxRecords(MOST_ALARMS_A_PAGE).nextToken(page)),
        DescribeAlarmsResponse::nextToken);
  }
}

package dev.tocsin.aws;

import dev.tocsin.chain.alarm.MetricId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * What a drill does in a Region, and reads to see what came of it. Every method may throw {@link
 * AccountReadException}, which names the call and the missing permission.
 */
public final class ChainProbe {
  private static final int PERIOD = 60;

  private final AwsClients clients;
  private final String region;

  /** A probe in one Region of the account of these clients. */
  public ChainProbe(AwsClients clients, String region) {
    this.clients = clients;
    this.region = region;
  }

  /** The account it writes to, twelve digits. */
  public String account() {
    return clients.account();
  }

  /** Writes one log event; the stream is made if there is none. */
  public void write(String logGroup, String stream, String message, Instant at) {
    CloudWatchLogsClient logs = clients.logs(region);
    ApiCall.ask(
        "logs:CreateLogStream",
        logGroup,
        Set.of("ResourceAlreadyExistsException"),
        () -> logs.createLogStream(call -> call.logGroupName(logGroup).logStreamName(stream)));
    InputLogEvent event =
        InputLogEvent.builder().timestamp(at.toEpochMilli()).message(message).build();
    PutLogEventsResponse answer =
        ApiCall.read(
            "logs:PutLogEvents",
            logGroup,
            () ->
                logs.putLogEvents(
                    call -> call.logGroupName(logGroup).logStreamName(stream).logEvents(event)));
    if (answer.rejectedLogEventsInfo() != null) {
      throw AccountReadException.refused(
          "logs:PutLogEvents",
          logGroup,
          "the record is too old or too new by CloudWatch's clock; set the clock of this machine");
    }
  }

  /** Puts one event on the default bus. */
  public void putEvent(String source, String detailType, String detail) {
    PutEventsRequestEntry event =
        PutEventsRequestEntry.builder()
            .source(source)
            .detailType(detailType)
            .detail(detail)
            .build();
    PutEventsResultEntry entry =
        ApiCall.read(
                "events:PutEvents",
                "default",
                () -> clients.eventBridge(region).putEvents(call -> call.entries(event)))
            .entries()
            .get(0);
    if (entry.errorCode() != null) {
      throw AccountReadException.refused(
          "events:PutEvents", "default", entry.errorCode() + ": " + entry.errorMessage());
    }
  }

  /** Sets an alarm to ALARM, which it leaves when it is next evaluated. */
  public void setAlarm(String alarm, String reason) {
    ApiCall.read(
        "cloudwatch:SetAlarmState",
        alarm,
        () ->
            clients
                .cloudWatch(region)
                .setAlarmState(
                    call ->
                        call.alarmName(alarm).stateValue(StateValue.ALARM).stateReason(reason)));
  }

  /** The sum of a metric over whole minutes; 0 also where there is no data. */
  public double sum(MetricId metric, Instant from, Instant to) {
    List<Dimension> dimensions =
        metric.dimensions().entrySet().stream()
            .map(entry -> Dimension.builder().name(entry.getKey()).value(entry.getValue()).build())
            .toList();
    Metric named =
        Metric.builder()
            .namespace(metric.namespace())
            .metricName(metric.name())
            .dimensions(dimensions)
            .build();
    MetricDataQuery query =
        MetricDataQuery.builder()
            .id("m")
            .metricStat(stat -> stat.metric(named).period(PERIOD).stat("Sum"))
            .build();
    return ApiCall.read(
            "cloudwatch:GetMetricData",
            metric.words(),
            () ->
                clients
                    .cloudWatch(region)
                    .getMetricData(
                        call -> call.startTime(from).endTime(to).metricDataQueries(query)))
        .metricDataResults()
        .stream()
        .map(MetricDataResult::values)
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /** The state of an alarm: {@code OK}, {@code ALARM} …; empty iff there is none of that name. */
  public String state(String alarm) {
    DescribeAlarmsResponse answer =
        ApiCall.read(
            "cloudwatch:DescribeAlarms",
            alarm,
            () ->
                clients
                    .cloudWatch(region)
                    .describeAlarms(
                        call ->
                            call.alarmNames(alarm)
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)));
    return answer.metricAlarms().stream()
        .map(one -> one.stateValueAsString())
        .findFirst()
        .or(
            () ->
                answer.compositeAlarms().stream().map(one -> one.stateValueAsString()).findFirst())
        .orElse("");
  }

  /** What happened to an alarm, oldest first; at most the 100 newest events. */
  public List<AlarmEvent> history(String alarm, Instant since, Duration window) {
    CloudWatchClient cloudWatch = clients.cloudWatch(region);
    return ApiCall.read(
            "cloudwatch:DescribeAlarmHistory",
            alarm,
            () ->
                cloudWatch.describeAlarmHistory(
                    call ->
                        call.alarmName(alarm)
                            .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                            .startDate(since)
                            .endDate(since.plus(window))
                            .maxRecords(100)))
        .alarmHistoryItems()
        .stream()
        .filter(item -> item.historyItemType() != HistoryItemType.CONFIGURATION_UPDATE)
        .map(ChainProbe::event)
        .sorted((a, b) -> a.at().compareTo(b.at()))
        .toList();
  }

  private static AlarmEvent event(AlarmHistoryItem item) {
    return new AlarmEvent(
        item.alarmName(), item.timestamp(), item.historyItemTypeAsString(), item.historySummary());
  }
}

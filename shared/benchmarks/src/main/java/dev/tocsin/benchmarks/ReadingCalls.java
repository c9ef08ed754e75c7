package dev.tocsin.benchmarks;

import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The calls that read an account with one trail, one log group and one topic. */
final class ReadingCalls {
  private ReadingCalls() {}

  /** Makes them one after the other, as each needs what the one before it answered. */
  static void make(
      CloudTrailClient trails,
      CloudWatchLogsClient logs,
      CloudWatchClient alarms,
      SnsClient topics) {
    String trail = trails.describeTrails().trailList().get(0).trailARN();
    trails.getTrailStatus(request -> request.name(trail));
    trails.getEventSelectors(request -> request.trailName(trail));
    String group = logs.describeLogGroups().logGroups().get(0).logGroupName();
    logs.describeMetricFilters(request -> request.logGroupName(group));
    String topic =
        alarms
            .describeAlarms(
                request -> request.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
            .metricAlarms()
            .get(0)
            .alarmActions()
            .get(0);
    alarms.listAlarmMuteRules(request -> {});
    topics.getTopicAttributes(request -> request.topicArn(topic));
    String subscription =
        topics
            .listSubscriptionsByTopic(request -> request.topicArn(topic))
            .subscriptions()
            .get(0)
            .subscriptionArn();
    topics.getSubscriptionAttributes(request -> request.subscriptionArn(subscription));
  }
}

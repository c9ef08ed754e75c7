package dev.tocsin.aws;

import java.util.Arrays;

/** The parts of a snapshot, each with the call that reads it. */
enum SnapshotPart {
  STATUS("Status", "cloudtrail:GetTrailStatus"),
  SELECTORS("ventSelectors", "cloudtrail:GetEventSelectors"),
  TRAILS("trails", "cloudtrail:DescribeTrails"),
  DATA_PROTECTION("dataProtectionPolicy", "logs:GetDataProtectionPolicy"),
  TRANSFORMER("transformer", "logs:GetTransformer"),
  LOG_GROUPS("logGroups", "logs:DescribeLogGroups"),
  METRIC_FILTERS("metricFilters", "logs:DescribeMetricFilters"),
  SUBSCRIPTION_FILTERS("subscriptionFilters", "logs:DescribeSubscriptionFilters"),
  ACCOUNT_POLICIES("accountPolicies", "logs:DescribeAccountPolicies"),
  MUTE_RULES("AlarmMuteRules", "cloudwatch:GetAlarmMuteRule"),
  ALARMS("Alarms", "cloudwatch:DescribeAlarms"),
  SUBSCRIPTIONS("Subscriptions", "sns:ListSubscriptionsByTopic"),
  TOPICS("Topics", "sns:GetTopicAttributes"),
  KEYS("Keys", "kms:DescribeKey"),
  ROLES("RoleDetailList", "iam:GetRole"),
  POLICIES("Policies", "iam:GetPolicyVersion"),
  TARGETS("Targets", "events:ListTargetsByRule"),
  RULES("Rules", "events:ListRules"),
  ACCOUNT("account", "sts:GetCallerIdentity");

  private final String member;
  private final String action;

  SnapshotPart(String member, String action) {
    this.member = member;
    this.action = action;
  }

  /** The call whose answer stands at the place that a problem with a snapshot names. */
  static String readBy(String problem) {
    return Arrays.stream(values())
        .filter(part -> problem.contains(part.member))
        .findFirst()
        .map(part -> part.action)
        .orElse("AWS");
  }
}

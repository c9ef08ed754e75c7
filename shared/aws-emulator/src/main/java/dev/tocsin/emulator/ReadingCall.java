package dev.tocsin.emulator;

/** The calls that read an account, in the order in which they are made. */
public enum ReadingCall {
  WHOSE_CREDENTIALS("sts", "GetCallerIdentity", false),
  TRAILS("cloudtrail", "DescribeTrails", false),
  TRAIL_STATUS("cloudtrail", "GetTrailStatus", false),
  EVENT_SELECTORS("cloudtrail", "GetEventSelectors", false),
  LOG_GROUPS("logs", "DescribeLogGroups", false), // one is wanted, so one page is read
  METRIC_FILTERS("logs", "DescribeMetricFilters", true),
  SUBSCRIPTION_FILTERS("logs", "DescribeSubscriptionFilters", true),
  DATA_PROTECTION("logs", "GetDataProtectionPolicy", false),
  ACCOUNT_POLICIES("logs", "DescribeAccountPolicies", true),
  TRANSFORMER("logs", "GetTransformer", false),
  ALARMS("cloudwatch", "DescribeAlarms", true),
  MUTE_RULES("cloudwatch", "ListAlarmMuteRules", true),
  MUTE_RULE("cloudwatch", "GetAlarmMuteRule", false),
  SUBSCRIPTIONS("sns", "ListSubscriptionsByTopic", true),
  TOPIC("sns", "GetTopicAttributes", false),
  SUBSCRIPTION("sns", "GetSubscriptionAttributes", false),
  KEY("kms", "DescribeKey", false),
  KEY_POLICY("kms", "GetKeyPolicy", false),
  EVENT_RULES("events", "ListRules", true),
  TARGETS("events", "ListTargetsByRule", true),
  ROLE("iam", "GetRole", false),
  ATTACHED_POLICIES("iam", "ListAttachedRolePolicies", true),
  POLICIES_OF_ROLE("iam", "ListRolePolicies", true),
  POLICY_OF_ROLE("iam", "GetRolePolicy", false),
  POLICY("iam", "GetPolicy", false),
  POLICY_TEXT("iam", "GetPolicyVersion", false);

  private final String service;
  private final String operation;
  private final boolean inPages;

  ReadingCall(String service, String operation, boolean inPages) {
    this.service = service;
    this.operation = operation;
    this.inPages = inPages;
  }

  /** The IAM prefix of the service. */
  public String service() {
    return service;
  }

  /** The API operation. */
  public String operation() {
    return operation;
  }

  /** The IAM action, {@code service:Operation}. */
  public String action() {
    return service + ":" + operation;
  }

  /** Whether all its pages are read. */
  public boolean isInPages() {
    return inPages;
  }
}

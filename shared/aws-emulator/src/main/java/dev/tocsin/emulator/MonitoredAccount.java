package dev.tocsin.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the monitoring of an account as the CIS AWS Foundations Benchmark's remediation steps do:
 * trail, metric filter, topic, subscription, alarm. Every step is one documented API call with the
 * documented parameters.
 */
public final class MonitoredAccount {
  /** The log group the trail delivers to. */
  public static final String LOG_GROUP = "cloudtrail/management-events";

  /** The trail. */
  public static final String TRAIL = "management-events";

  /** The namespace of every metric. */
  public static final String NAMESPACE = "LogMetrics";

  private static final Pattern SUBSCRIPTION =
      Pattern.compile("<SubscriptionArn>(.+?)</SubscriptionArn>");

  private final AwsEmulator emulator;
  private final String region;

  /** An account whose trail, and everything behind it, is in one Region. */
  public MonitoredAccount(AwsEmulator emulator, String region) {
    this.emulator = emulator;
    this.region = region;
  }

  /** The trail's ARN. */
  public String trailArn() {
    return "arn:aws:cloudtrail:%s:%s:trail/%s".formatted(region, emulator.account(), TRAIL);
  }

  /** The ARN of a topic, there or not. */
  public String topicArn(String name) {
    return "arn:aws:sns:%s:%s:%s".formatted(region, emulator.account(), name);
  }

  /** Creates a multi-Region trail that logs and delivers to {@link #LOG_GROUP}. */
  public MonitoredAccount createTrail() {
    return createTrail(false);
  }

  /** The same for every account of the organization that this one manages. */
  public MonitoredAccount createOrganizationTrail() {
    return createTrail(true);
  }

  private MonitoredAccount createTrail(boolean ofOrganization) {
    String bucket = "trail-" + emulator.account();
    emulator.createBucket(bucket);
    call("logs", "CreateLogGroup", Map.of("logGroupName", LOG_GROUP));
    call(
        "cloudtrail",
        "CreateTrail",
        Map.of(
            "Name",
            TRAIL,
            "S3BucketName",
            bucket,
            "IsOrganizationTrail",
            ofOrganization,
            "IsMultiRegionTrail",
            true,
            "IncludeGlobalServiceEvents",
            true,
            "CloudWatchLogsLogGroupArn",
            "arn:aws:logs:%s:%s:log-group:%s:*".formatted(region, emulator.account(), LOG_GROUP),
            "CloudWatchLogsRoleArn",
            "arn:aws:iam::" + emulator.account() + ":role/trail-to-logs"));
    call("cloudtrail", "StartLogging", Map.of("Name", TRAIL));
    return this;
  }

  /** Creates a topic with one confirmed email subscription. */
  public MonitoredAccount createTopic(String name) {
    String email = "security@example.com";
    emulator.callSns(region, "CreateTopic", Map.of("Name", name));
    subscribe(name, "email", email);
    emulator.confirm(topicArn(name), email);
    return this;
  }

  /** Subscribes an endpoint to a topic; an email waits for its confirmation. */
  public MonitoredAccount subscribe(String topic, String protocol, String subscribed) {
    emulator.callSns(
        region,
        "Subscribe",
        Map.of("TopicArn", topicArn(topic), "Protocol", protocol, "Endpoint", subscribed));
    return this;
  }

  /**
   * Puts a metric filter on {@link #LOG_GROUP} that counts matching events in a metric of its own
   * name.
   */
  public MonitoredAccount putMetricFilter(String name, String pattern) {
    call(
        "logs",
        "PutMetricFilter",
        Map.of(
            "logGroupName", LOG_GROUP,
            "filterName", name,
            "filterPattern", pattern,
            "metricTransformations",
                List.of(
                    Map.of(
                        "metricName", name,
                        "metricNamespace", NAMESPACE,
                        "metricValue", "1"))));
    return this;
  }

  /** Puts an alarm that one event in five minutes raises, on the metric of its own name. */
  public MonitoredAccount putMetricAlarm(String name, String topic) {
    return putMetricAlarm(name, topic, Map.of());
  }

  /** The same alarm with some parameters of {@code PutMetricAlarm} replaced. */
  public MonitoredAccount putMetricAlarm(String name, String topic, Map<String, ?> changes) {
    Map<String, Object> alarm = new LinkedHashMap<>();
    alarm.put("AlarmName", name);
    alarm.put("MetricName", name);
    alarm.put("Namespace", NAMESPACE);
    alarm.put("Statistic", "Sum");
    alarm.put("Period", 300);
    alarm.put("Threshold", 1);
    alarm.put("ComparisonOperator", "GreaterThanOrEqualToThreshold");
    alarm.put("EvaluationPeriods", 1);
    alarm.put("AlarmActions", List.of(topicArn(topic)));
    alarm.putAll(changes);
    call("cloudwatch", "PutMetricAlarm", alarm);
    return this;
  }

  /** Puts a log alarm without an action that queries {@link #LOG_GROUP} every five minutes. */
  public MonitoredAccount putLogAlarm(String name) {
    return call(
        "cloudwatch",
        "PutLogAlarm",
        Map.of(
            "AlarmName",
            name,
            "ScheduledQueryConfiguration",
            Map.of(
                "QueryString",
                "fields @timestamp",
                "LogGroupIdentifiers",
                List.of(LOG_GROUP),
                "ScheduleConfiguration",
                Map.of("ScheduleExpression", "rate(5 minutes)", "StartTimeOffset", 1500)),
            "QueryResultsToEvaluate",
            1,
            "QueryResultsToAlarm",
            1,
            "Threshold",
            1,
            "ComparisonOperator",
            "GreaterThanOrEqualToThreshold"));
  }

  /** Sends every event of {@link #LOG_GROUP} to a stream, by a filter of its own. */
  public MonitoredAccount putSubscriptionFilter(String name, String destinationArn) {
    return call(
        "logs",
        "PutSubscriptionFilter",
        Map.of(
            "logGroupName", LOG_GROUP,
            "filterName", name,
            "filterPattern", "",
            "destinationArn", destinationArn));
  }

  /** Gives {@link #LOG_GROUP} a data protection policy that audits and masks nothing. */
  public MonitoredAccount protect() {
    return call(
        "logs",
        "PutDataProtectionPolicy",
        Map.of("logGroupIdentifier", LOG_GROUP, "policyDocument", dataProtection("Audit")));
  }

  /** Gives the account a data protection policy that audits and masks nothing. */
  public MonitoredAccount inheritProtection() {
    return call(
        "logs",
        "PutAccountPolicy",
        Map.of(
            "policyName",
            "all-groups",
            "policyType",
            "DATA_PROTECTION_POLICY",
            "policyDocument",
            dataProtection("Audit")));
  }

  /**
   * Adds what only some accounts have, so that every call that reads an account is made: a key that
   * encrypts a topic, policies that audit, a log alarm, a mute rule, an EventBridge rule, of whose
   * two targets one has a role.
   */
  public MonitoredAccount addWhatOnlySomeHave(String topic) {
    String key =
        emulator.call("kms", region, "CreateKey", Map.of()).at("/KeyMetadata/KeyId").asText();
    call("kms", "CreateAlias", Map.of("AliasName", "alias/alerts", "TargetKeyId", key));
    encrypt(topic, "alias/alerts");
    protect().inheritProtection().putLogAlarm("query");
    call(
        "logs",
        "PutTransformer",
        Map.of(
            "logGroupIdentifier",
            LOG_GROUP,
            "transformerConfig",
            List.of(Map.of("parseJSON", Map.of()))));
    call(
        "cloudwatch",
        "PutAlarmMuteRule",
        Map.of(
            "Name",
            "night",
            "Rule",
            Map.of("Schedule", Map.of("Expression", "cron(0 2 * * ? *)", "Duration", "PT1H"))));
    call(
        "events",
        "PutRule",
        Map.of("Name", "root", "EventPattern", "{\"source\":[\"aws.signin\"]}"));
    return call(
        "events",
        "PutTargets",
        Map.of(
            "Rule",
            "root",
            "Targets",
            List.of(
                Map.of("Id", "t", "Arn", topicArn(topic)),
                Map.of("Id", "r", "Arn", topicArn(topic), "RoleArn", createRole("rule")))));
  }

  /**
   * Creates a role in which EventBridge may act, with a policy of its own and one attached that let
   * it publish to every topic, and gives its ARN.
   */
  public String createRole(String name) {
    String arn = "arn:aws:iam::%s:role/%s".formatted(emulator.account(), name);
    emulator.callIam("CreateRole", Map.of("RoleName", name, "AssumeRolePolicyDocument", trust()));
    emulator.callIam(
        "PutRolePolicy",
        Map.of("RoleName", name, "PolicyName", "own", "PolicyDocument", publishing()));
    emulator.callIam("CreatePolicy", Map.of("PolicyName", name, "PolicyDocument", publishing()));
    emulator.callIam(
        "AttachRolePolicy",
        Map.of(
            "RoleName",
            name,
            "PolicyArn",
            "arn:aws:iam::%s:policy/%s".formatted(emulator.account(), name)));
    return arn;
  }

  private static String trust() {
    return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service":
        "events.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""";
  }

  private static String publishing() {
    return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sns:Publish",
        "Resource": "*"}]}""";
  }

  /** Encrypts a topic with a key, by its id, ARN or alias. */
  public MonitoredAccount encrypt(String topic, String key) {
    return setTopicAttribute(topic, "KmsMasterKeyId", key);
  }

  /** Lets only this principal use the key of {@link #addWhatOnlySomeHave}. */
  public MonitoredAccount restrictKey(String principal, String type) {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"%s": "%s"},
        "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*"}]}"""
            .formatted(type, principal);
    String key =
        emulator
            .call("kms", region, "DescribeKey", Map.of("KeyId", "alias/alerts"))
            .at("/KeyMetadata/KeyId")
            .asText();
    return call(
        "kms", "PutKeyPolicy", Map.of("KeyId", key, "PolicyName", "default", "Policy", policy));
  }

  /** Sets an attribute of a topic. */
  public MonitoredAccount setTopicAttribute(String topic, String name, String value) {
    emulator.callSns(
        region,
        "SetTopicAttributes",
        Map.of("TopicArn", topicArn(topic), "AttributeName", name, "AttributeValue", value));
    return this;
  }

  /** Gives the first subscription of a topic a filter policy. */
  public MonitoredAccount filterMessages(String topic, String policy) {
    String listed =
        emulator.callSns(region, "ListSubscriptionsByTopic", Map.of("TopicArn", topicArn(topic)));
    Matcher arn = SUBSCRIPTION.matcher(listed);
    if (!arn.find()) {
      throw new IllegalStateException("no subscription of " + topic);
    }
    emulator.callSns(
        region,
        "SetSubscriptionAttributes",
        Map.of(
            "SubscriptionArn",
            arn.group(1),
            "AttributeName",
            "FilterPolicy",
            "AttributeValue",
            policy));
    return this;
  }

  /** A data protection policy about e-mail addresses: {@code Audit} or {@code Deidentify}. */
  public static String dataProtection(String operation) {
    return """
        {"Name": "p", "Version": "2021-06-01", "Statement": [{"Sid": "s", "DataIdentifier":
        ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"], "Operation": {"%s": {}}}]}"""
        .formatted(operation);
  }

  /** Calls any operation of a JSON service in the account's Region. */
  public MonitoredAccount call(String service, String operation, Map<String, ?> parameters) {
    emulator.call(service, region, operation, parameters);
    return this;
  }
}

package dev.tocsin.infrastructure.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.model.Partition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that a verdict can rest on, and how AWS names things of them. */
public final class Types {
  public static final String TRAIL = "AWS::CloudTrail::Trail";
  public static final String LOG_GROUP = "AWS::Logs::LogGroup";
  public static final String METRIC_FILTER = "AWS::Logs::MetricFilter";
  public static final String ACCOUNT_POLICY = "AWS::Logs::AccountPolicy";
  public static final String TRANSFORMER = "AWS::Logs::Transformer";
  public static final String ALARM = "AWS::CloudWatch::Alarm";
  public static final String COMPOSITE_ALARM = "AWS::CloudWatch::CompositeAlarm";
  public static final String MUTE_RULE = "AWS::CloudWatch::AlarmMuteRule";

  /** A stack within a stack. */
  public static final String STACK = "AWS::CloudFormation::Stack";

  public static final String TOPIC = "AWS::SNS::Topic";
  public static final String SUBSCRIPTION = "AWS::SNS::Subscription";
  public static final String TOPIC_POLICY = "AWS::SNS::TopicPolicy";
  public static final String TOPIC_INLINE_POLICY = "AWS::SNS::TopicInlinePolicy";
  public static final String KEY = "AWS::KMS::Key";
  public static final String ALIAS = "AWS::KMS::Alias";
  public static final String RULE = "AWS::Events::Rule";

  public static final String ROLE = "AWS::IAM::Role";
  public static final String MANAGED_POLICY = "AWS::IAM::ManagedPolicy";

  /** A policy that stands in the roles it names. */
  public static final String POLICY_OF_ROLES = "AWS::IAM::Policy";

  public static final String ROLE_POLICY = "AWS::IAM::RolePolicy";

  /** Terraform's attachments of a policy to roles; in CloudFormation a property of either. */
  public static final String ROLE_ATTACHMENT = "Tocsin::IAM::RoleAttachment";

  public static final String FUNCTION = "AWS::Lambda::Function";
  public static final String QUEUE = "AWS::SQS::Queue";

  /** Terraform's {@code aws_kms_key_policy}; in CloudFormation a property of the key. */
  public static final String KEY_POLICY = "Tocsin::KMS::KeyPolicy";

  /** Terraform's {@code aws_cloudwatch_event_target}; in CloudFormation a property of the rule. */
  public static final String TARGET = "Tocsin::Events::Target";

  /**
   * Terraform's {@code aws_cloudwatch_log_data_protection_policy}; in CloudFormation a property of
   * the log group.
   */
  public static final String DATA_PROTECTION_POLICY = "Tocsin::Logs::DataProtectionPolicy";

  /**
   * How AWS names things of a type.
   *
   * @param property the property that holds the name
   * @param arn what follows {@code arn:partition:}, with {@code %1$s} for the Region, {@code %2$s}
   *     for the account, {@code %3$s} for the name
   */
  private record Naming(String property, String arn) {}

  private static final Map<String, Naming> NAMINGS =
      Map.ofEntries(
          Map.entry(TRAIL, new Naming("TrailName", "cloudtrail:%1$s:%2$s:trail/%3$s")),
          Map.entry(LOG_GROUP, new Naming("LogGroupName", "logs:%1$s:%2$s:log-group:%3$s")),
          Map.entry(METRIC_FILTER, new Naming("FilterName", "")),
          Map.entry(ACCOUNT_POLICY, new Naming("PolicyName", "")),
          Map.entry(ALARM, new Naming("AlarmName", "cloudwatch:%1$s:%2$s:alarm:%3$s")),
          Map.entry(COMPOSITE_ALARM, new Naming("AlarmName", "cloudwatch:%1$s:%2$s:alarm:%3$s")),
          Map.entry(MUTE_RULE, new Naming("Name", "cloudwatch:%1$s:%2$s:alarm-mute-rule:%3$s")),
          Map.entry(TOPIC, new Naming("TopicName", "sns:%1$s:%2$s:%3$s")),
          Map.entry(KEY, new Naming("KeyId", "kms:%1$s:%2$s:key/%3$s")),
          Map.entry(ALIAS, new Naming("AliasName", "kms:%1$s:%2$s:%3$s")),
          Map.entry(RULE, new Naming("Name", "events:%1$s:%2$s:rule/%3$s")),
          Map.entry(ROLE, new Naming("RoleName", "iam::%2$s:role/%3$s")),
          Map.entry(MANAGED_POLICY, new Naming("ManagedPolicyName", "iam::%2$s:policy/%3$s")),
          Map.entry(FUNCTION, new Naming("FunctionName", "lambda:%1$s:%2$s:function:%3$s")),
          Map.entry(QUEUE, new Naming("QueueName", "sqs:%1$s:%2$s:%3$s")),
          Map.entry(TARGET, new Naming("Id", "")));

  private Types() {}

  /** The property that holds a thing's name; empty text for types whose things have none. */
  public static String nameProperty(String type) {
    return NAMINGS.containsKey(type) ? NAMINGS.get(type).property() : "";
  }

  /**
   * What stands before the name in the ARN of a thing that has a path; empty text where none does.
   *
   * @param path the property that holds it, missing where it is not given
   */
  public static String path(String type, JsonNode path) {
    return Set.of(ROLE, MANAGED_POLICY).contains(type)
        ? path.asText("/").replaceFirst("^/", "")
        : "";
  }

  /**
   * The ARN of a thing; empty iff things of the type have none that a chain uses, or the Region is
   * none.
   */
  public static Optional<String> arn(String type, String region, String account, String name) {
    Naming naming = NAMINGS.get(type);
    if (naming == null || naming.arn().isEmpty()) {
      return Optional.empty();
    }
    return Partition.find(region)
        .map(
            partition ->
                "arn:" + partition.id() + ":" + naming.arn().formatted(region, account, name));
  }
}

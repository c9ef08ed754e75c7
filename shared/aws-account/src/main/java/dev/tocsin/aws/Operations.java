package dev.tocsin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The operations that a plan may hold, writes and reads, and no other. */
final class Operations {

  private final Map<String, Operation> known = new LinkedHashMap<>();

  /**
   * One operation.
   *
   * @param request a builder, to be filled
   * @param call makes the call in a Region
   */
  private record Operation(
      Supplier<? extends SdkPojo> request, BiFunction<String, Object, SdkPojo> call) {}

  Operations(AwsClients clients) {
    cloudTrail(clients::cloudTrail);
    logs(clients::logs);
    cloudWatch(clients::cloudWatch);
    sns(clients::sns);
    events(clients::eventBridge);
    iam(clients::iam);
  }

  /** Every operation, for example {@code logs:PutMetricFilter}. */
  Set<String> names() {
    return known.keySet();
  }

  /**
   * Makes the call.
   *
   * @throws IllegalArgumentException for an operation that no plan holds
   */
  SdkPojo call(String name, String region, ObjectNode parameters) {
    Operation operation = operation(name);
    SdkPojo filled = SdkRequest.fill(operation.request().get(), parameters);
    return operation.call().apply(region, ((SdkBuilder<?, ?>) filled).build());
  }

  /** Those of some members that the operation's request has too. */
  ObjectNode members(String name, JsonNode of) {
    return SdkRequest.common(operation(name).request().get(), of);
  }

  private Operation operation(String name) {
    Operation operation = known.get(name);
    if (operation == null) {
      throw new IllegalArgumentException("no plan makes `" + name + "`");
    }
    return operation;
  }

  private void cloudTrail(Function<String, CloudTrailClient> in) {
    add("cloudtrail:CreateTrail", CreateTrailRequest::builder, in, CloudTrailClient::createTrail);
    add(
        "cloudtrail:DescribeTrails",
        DescribeTrailsRequest::builder,
        in,
        CloudTrailClient::describeTrails);
    add(
        "cloudtrail:GetTrailStatus",
        GetTrailStatusRequest::builder,
        in,
        CloudTrailClient::getTrailStatus);
    add(
        "cloudtrail:StartLogging",
        StartLoggingRequest::builder,
        in,
        CloudTrailClient::startLogging);
    add("cloudtrail:UpdateTrail", UpdateTrailRequest::builder, in, CloudTrailClient::updateTrail);
  }

  private void logs(Function<String, CloudWatchLogsClient> in) {
    add(
        "logs:CreateLogGroup",
        CreateLogGroupRequest::builder,
        in,
        CloudWatchLogsClient::createLogGroup);
    add(
        "logs:DeleteMetricFilter",
        DeleteMetricFilterRequest::builder,
        in,
        CloudWatchLogsClient::deleteMetricFilter);
    add(
        "logs:DescribeLogGroups",
        DescribeLogGroupsRequest::builder,
        in,
        CloudWatchLogsClient::describeLogGroups);
    add(
        "logs:DescribeMetricFilters",
        DescribeMetricFiltersRequest::builder,
        in,
        CloudWatchLogsClient::describeMetricFilters);
    add(
        "logs:ListTagsForResource",
        software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest::builder,
        in,
        CloudWatchLogsClient::listTagsForResource);
    add(
        "logs:PutMetricFilter",
        PutMetricFilterRequest::builder,
        in,
        CloudWatchLogsClient::putMetricFilter);
    add(
        "logs:PutRetentionPolicy",
        PutRetentionPolicyRequest::builder,
        in,
        CloudWatchLogsClient::putRetentionPolicy);
  }

  private void cloudWatch(Function<String, CloudWatchClient> in) {
    add(
        "cloudwatch:DeleteAlarms",
        DeleteAlarmsRequest::builder,
        in,
        CloudWatchClient::deleteAlarms);
    add(
        "cloudwatch:DescribeAlarms",
        DescribeAlarmsRequest::builder,
        in,
        CloudWatchClient::describeAlarms);
    add(
        "cloudwatch:EnableAlarmActions",
        EnableAlarmActionsRequest::builder,
        in,
        CloudWatchClient::enableAlarmActions);
    add(
        "cloudwatch:ListTagsForResource",
        software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest::builder,
        in,
        CloudWatchClient::listTagsForResource);
    add(
        "cloudwatch:PutMetricAlarm",
        PutMetricAlarmRequest::builder,
        in,
        CloudWatchClient::putMetricAlarm);
  }

  private void sns(Function<String, SnsClient> in) {
    add("sns:CreateTopic", CreateTopicRequest::builder, in, SnsClient::createTopic);
    add("sns:DeleteTopic", DeleteTopicRequest::builder, in, SnsClient::deleteTopic);
    add(
        "sns:GetTopicAttributes",
        GetTopicAttributesRequest::builder,
        in,
        SnsClient::getTopicAttributes);
    add(
        "sns:ListSubscriptionsByTopic",
        ListSubscriptionsByTopicRequest::builder,
        in,
        SnsClient::listSubscriptionsByTopic);
    add(
        "sns:ListTagsForResource",
        software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest::builder,
        in,
        SnsClient::listTagsForResource);
    add(
        "sns:SetTopicAttributes",
        SetTopicAttributesRequest::builder,
        in,
        SnsClient::setTopicAttributes);
    add("sns:Subscribe", SubscribeRequest::builder, in, SnsClient::subscribe);
  }

  private void events(Function<String, EventBridgeClient> in) {
    add("events:DeleteRule", DeleteRuleRequest::builder, in, EventBridgeClient::deleteRule);
    add("events:DescribeRule", DescribeRuleRequest::builder, in, EventBridgeClient::describeRule);
    add(
        "events:ListTagsForResource",
        software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest::builder,
        in,
        EventBridgeClient::listTagsForResource);
    add(
        "events:ListTargetsByRule",
        ListTargetsByRuleRequest::builder,
        in,
        EventBridgeClient::listTargetsByRule);
    add("events:PutRule", PutRuleRequest::builder, in, EventBridgeClient::putRule);
    add("events:PutTargets", PutTargetsRequest::builder, in, EventBridgeClient::putTargets);
    add(
        "events:RemoveTargets",
        RemoveTargetsRequest::builder,
        in,
        EventBridgeClient::removeTargets);
  }

  private void iam(Function<String, IamClient> in) {
    add("iam:CreateRole", CreateRoleRequest::builder, in, IamClient::createRole);
    add("iam:GetRole", GetRoleRequest::builder, in, IamClient::getRole);
    add("iam:GetRolePolicy", GetRolePolicyRequest::builder, in, IamClient::getRolePolicy);
    add("iam:PutRolePolicy", PutRolePolicyRequest::builder, in, IamClient::putRolePolicy);
  }

  /** The builder is one of requests {@code R}, as its generated type says. */
  @SuppressWarnings("unchecked")
  private <C extends SdkClient, R, B extends SdkPojo & SdkBuilder<?, R>> void add(
      String name,
      Supplier<B> builder,
      Function<String, C> client,
      BiFunction<C, R, ? extends SdkPojo> call) {
    known.put(
        name,
        new Operation(builder, (region, request) -> call.apply(client.apply(region), (R) request)));
  }
}

package dev.tocsin.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.emulator.AwsEmulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot's account, built in the emulator call by call. */
final class PlayedAccount {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NOT_PUT =
      List.of("AlarmArn", "StateValue", "StateTransitionedTimestamp", "EvaluationState");

  private final AwsEmulator aws;

  private PlayedAccount(AwsEmulator aws) {
    this.aws = aws;
  }

  /** Builds it, in the emulator's own account. */
  static void build(AwsEmulator aws, String snapshot) throws JsonProcessingException {
    JsonNode account = JSON.readTree(snapshot);
    String own = account.path("account").asText();
    JsonNode renamed = JSON.readTree(snapshot.replace(own, AwsEmulator.ACCOUNT_ID));
    PlayedAccount played = new PlayedAccount(aws);
    renamed.path("regions").properties().forEach(r -> played.region(r.getKey(), r.getValue()));
    renamed.path("trails").forEach(played::trail);
  }

  private void region(String region, JsonNode read) {
    read.path("logGroups")
        .forEach(
            group ->
                aws.call(
                    "logs",
                    region,
                    "CreateLogGroup",
                    Map.of("logGroupName", group.path("logGroupName").asText())));
    read.path("metricFilters")
        .forEach(filter -> aws.call("logs", region, "PutMetricFilter", members(filter)));
    read.path("Topics").forEach(topic -> topic(region, topic));
    read.path("MetricAlarms")
        .forEach(alarm -> aws.call("cloudwatch", region, "PutMetricAlarm", alarm(alarm)));
    read.path("CompositeAlarms")
        .forEach(alarm -> aws.call("cloudwatch", region, "PutCompositeAlarm", alarm(alarm)));
    read.path("Rules").forEach(rule -> rule(region, rule));
  }

  private void topic(String region, JsonNode topic) {
    String arn = topic.path("TopicArn").asText();
    aws.callSns(region, "CreateTopic", Map.of("Name", arn.substring(arn.lastIndexOf(':') + 1)));
    for (String attribute : List.of("Policy", "KmsMasterKeyId")) {
      String value = topic.path("Attributes").path(attribute).asText();
      if (!value.isEmpty()) {
        aws.callSns(
            region,
            "SetTopicAttributes",
            Map.of("TopicArn", arn, "AttributeName", attribute, "AttributeValue", value));
      }
    }
    topic.path("Subscriptions").forEach(one -> subscribe(region, arn, one));
  }

  private void subscribe(String region, String topic, JsonNode subscription) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("TopicArn", topic);
    form.put("Protocol", subscription.path("Protocol").asText());
    form.put("Endpoint", subscription.path("Endpoint").asText());
    int entry = 0;
    for (String attribute : List.of("FilterPolicy", "FilterPolicyScope")) {
      JsonNode laidOut = subscription.path(attribute);
      JsonNode value =
          laidOut.isMissingNode() ? subscription.path("Attributes").path(attribute) : laidOut;
      if (value.isTextual()) {
        entry++;
        form.put("Attributes.entry." + entry + ".key", attribute);
        form.put("Attributes.entry." + entry + ".value", value.asText());
      }
    }
    aws.callSns(region, "Subscribe", form);
    if (!subscription.path("SubscriptionArn").asText().equals("PendingConfirmation")) {
      aws.confirm(topic, subscription.path("Endpoint").asText());
    }
  }

  private void rule(String region, JsonNode rule) {
    ObjectNode put = rule.deepCopy();
    put.remove(List.of("Arn", "Targets", "ManagedBy"));
    aws.call("events", region, "PutRule", members(put));
    aws.call(
        "events",
        region,
        "PutTargets",
        Map.of(
            "Rule",
            rule.path("Name").asText(),
            "Targets",
            JSON.convertValue(rule.path("Targets"), List.class)));
  }

  private void trail(JsonNode trail) {
    String region = trail.path("HomeRegion").asText();
    String name = trail.path("Name").asText();
    String bucket = "trail-" + name.toLowerCase(java.util.Locale.ROOT);
    aws.createBucket(bucket);
    ObjectNode put = trail.deepCopy();
    put.remove(
        List.of("TrailARN", "HomeRegion", "Status", "EventSelectors", "AdvancedEventSelectors"));
    put.put("S3BucketName", bucket);
    put.put("CloudWatchLogsRoleArn", "arn:aws:iam::" + aws.account() + ":role/trail-to-logs");
    aws.call("cloudtrail", region, "CreateTrail", members(put));
    for (String selectors : List.of("EventSelectors", "AdvancedEventSelectors")) {
      if (!trail.path(selectors).isEmpty()) {
        aws.call(
            "cloudtrail",
            region,
            "PutEventSelectors",
            Map.of(
                "TrailName",
                name,
                selectors,
                JSON.convertValue(trail.path(selectors), List.class)));
      }
    }
    if (trail.path("Status").path("IsLogging").asBoolean()) {
      aws.call("cloudtrail", region, "StartLogging", Map.of("Name", name));
    }
  }

  private static Map<String, ?> alarm(JsonNode alarm) {
    ObjectNode put = alarm.deepCopy();
    put.remove(NOT_PUT);
    return members(put);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> members(JsonNode object) {
    return JSON.convertValue(object, Map.class);
  }
}

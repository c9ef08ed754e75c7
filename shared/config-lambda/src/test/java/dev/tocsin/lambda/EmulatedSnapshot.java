package dev.tocsin.lambda;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.emulator.AwsEmulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what a snapshot holds into the emulator, call by call. What begins with {@code tocsin-} gets
 * the tag that remediation gives; what no call can make (another account's trail) is left out.
 */
final class EmulatedSnapshot {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The bucket that trails write to. */
  static final String BUCKET = "bucket";

  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
  private static final String OURS = "tocsin-";
  private static final String TAG = "tocsin";

  private final AwsEmulator aws;

  private EmulatedSnapshot(AwsEmulator aws) {
    this.aws = aws;
  }

  /** Resets the emulator and makes everything of a snapshot. */
  static void put(AwsEmulator aws, JsonNode snapshot) {
    aws.reset();
    aws.createBucket(BUCKET);
    EmulatedSnapshot account = new EmulatedSnapshot(aws);
    snapshot
        .path("regions")
        .properties()
        .forEach(region -> account.put(region.getKey(), region.getValue()));
    snapshot.path("trails").forEach(account::putTrail);
  }

  private void put(String region, JsonNode holds) {
    for (JsonNode group : holds.path("logGroups")) {
      call("logs", region, "CreateLogGroup", only(group, "logGroupName"));
    }
    for (JsonNode filter : holds.path("metricFilters")) {
      call("logs", region, "PutMetricFilter", (ObjectNode) filter);
    }
    holds.path("Topics").forEach(topic -> putTopic(region, topic));
    for (JsonNode alarm : holds.path("MetricAlarms")) {
      call("cloudwatch", region, "PutMetricAlarm", tagged(alarm, "AlarmName"));
    }
    for (JsonNode alarm : holds.path("CompositeAlarms")) {
      call("cloudwatch", region, "PutCompositeAlarm", tagged(alarm, "AlarmName"));
    }
    holds.path("AlarmMuteRules").forEach(mute -> putMuteRule(region, mute));
    for (JsonNode rule : holds.path("Rules")) {
      ObjectNode put = tagged(rule, "Name");
      put.remove(List.of("Targets", "Arn"));
      call("events", region, "PutRule", put);
      if (rule.has("Targets")) {
        ObjectNode targets = JSON.createObjectNode().put("Rule", rule.path("Name").asText());
        call("events", region, "PutTargets", targets.set("Targets", rule.path("Targets")));
      }
    }
  }

  /** AWS says itself whether a rule mutes now, by its schedule; here the snapshot does. */
  private void putMuteRule(String region, JsonNode mute) {
    ObjectNode put = only(mute, "Name", "MuteTargets");
    put.putObject("Rule")
        .putObject("Schedule")
        .put("Expression", "cron(0 0 * * ? *)")
        .put("Duration", "P1D");
    call("cloudwatch", region, "PutAlarmMuteRule", put);
    aws.amend(
        "cloudwatch",
        "GetAlarmMuteRule",
        Map.of("AlarmMuteRuleName", mute.path("Name").asText()),
        Map.of("Status", mute.path("Status").asText()));
  }

  private void putTrail(JsonNode trail) {
    String region = trail.path("HomeRegion").asText();
    ObjectNode create =
        only(
                trail,
                "Name",
                "IsMultiRegionTrail",
                "IncludeGlobalServiceEvents",
                "CloudWatchLogsLogGroupArn")
            .put("S3BucketName", BUCKET);
    if (create.has("CloudWatchLogsLogGroupArn")) {
      create.put("CloudWatchLogsRoleArn", "arn:aws:iam::" + aws.account() + ":role/trail-to-logs");
    }
    call("cloudtrail", region, "CreateTrail", create);
    ObjectNode named = JSON.createObjectNode().put("TrailName", trail.path("Name").asText());
    call(
        "cloudtrail",
        region,
        "PutEventSelectors",
        named.set("EventSelectors", trail.path("EventSelectors")));
    if (trail.at("/Status/IsLogging").asBoolean()) {
      call("cloudtrail", region, "StartLogging", only(trail, "Name"));
    }
  }

  private void putTopic(String region, JsonNode topic) {
    String arn = topic.path("TopicArn").asText();
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    Map<String, String> create = new LinkedHashMap<>(Map.of("Name", name));
    if (name.startsWith(OURS)) {
      create.putAll(Map.of("Tags.member.1.Key", TAG, "Tags.member.1.Value", name));
    }
    if (name.endsWith(".fifo")) {
      create.putAll(
          Map.of("Attributes.entry.1.key", "FifoTopic", "Attributes.entry.1.value", "true"));
    }
    aws.callSns(region, "CreateTopic", create);
    for (String attribute : List.of("Policy", "KmsMasterKeyId")) {
      if (topic.path("Attributes").has(attribute)) {
        aws.callSns(
            region,
            "SetTopicAttributes",
            Map.of(
                "TopicArn",
                arn,
                "AttributeName",
                attribute,
                "AttributeValue",
                topic.path("Attributes").path(attribute).asText()));
      }
    }
    for (JsonNode subscription : topic.path("Subscriptions")) {
      String endpoint = subscription.path("Endpoint").asText();
      aws.callSns(
          region,
          "Subscribe",
          Map.of(
              "TopicArn",
              arn,
              "Protocol",
              subscription.path("Protocol").asText(),
              "Endpoint",
              endpoint,
              "Attributes.entry.1.key",
              "FilterPolicy",
              "Attributes.entry.1.value",
              subscription.path("FilterPolicy").asText("{}")));
      if (!subscription.path("SubscriptionArn").asText().equals("PendingConfirmation")) {
        aws.confirm(arn, endpoint);
      }
    }
  }

  private void call(String service, String region, String operation, ObjectNode parameters) {
    aws.call(service, region, operation, JSON.convertValue(parameters, MEMBERS));
  }

  private static ObjectNode tagged(JsonNode thing, String name) {
    ObjectNode put = thing.deepCopy();
    put.remove(List.of("AlarmArn", "StateValue"));
    if (thing.path(name).asText().startsWith(OURS)) {
      put.putArray("Tags").addObject().put("Key", TAG).put("Value", "alarms");
    }
    return put;
  }

  private static ObjectNode only(JsonNode thing, String... members) {
    return ((ObjectNode) thing.deepCopy()).retain(members);
  }
}

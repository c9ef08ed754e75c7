package dev.tocsin.emulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what a snapshot holds into the emulator, call by call, in the emulator's own account. What
 * begins with {@code tocsin-} gets the tag that remediation gives; what no call can make (another
 * account's trail, a delivery error) is left out.
 */
public final class EmulatedSnapshot {
  /** The bucket that trails write to. */
  public static final String BUCKET = "bucket";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
  private static final String OURS = "tocsin-";
  private static final String TAG = "tocsin";
  private static final List<String> TOPIC_ATTRIBUTES = List.of("Policy", "KmsMasterKeyId");
  private static final List<String> SUBSCRIPTION_ATTRIBUTES =
      List.of("FilterPolicy", "FilterPolicyScope");
  private static final List<String> SELECTORS = List.of("EventSelectors", "AdvancedEventSelectors");

  /** What AWS answers and no call takes. */
  private static final List<String> ANSWERED_ONLY =
      List.of(
          "AlarmArn",
          "StateValue",
          "StateTransitionedTimestamp",
          "EvaluationState",
          "Arn",
          "Targets",
          "ManagedBy",
          "TrailARN",
          "HomeRegion",
          "Status",
          "EventSelectors",
          "AdvancedEventSelectors");

  private final AwsEmulator aws;

  private EmulatedSnapshot(AwsEmulator aws) {
    this.aws = aws;
  }

  /** Makes everything of a snapshot; the emulator should be empty. */
  public static void put(AwsEmulator aws, JsonNode snapshot) {
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
      call("events", region, "PutRule", tagged(rule, "Name"));
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
    ObjectNode create = settable(trail).put("S3BucketName", BUCKET);
    if (create.has("CloudWatchLogsLogGroupArn")) {
      create.put("CloudWatchLogsRoleArn", "arn:aws:iam::" + aws.account() + ":role/trail-to-logs");
    }
    call("cloudtrail", region, "CreateTrail", create);
    for (String selectors : SELECTORS) {
      if (!trail.path(selectors).isEmpty()) {
        ObjectNode put = JSON.createObjectNode().put("TrailName", trail.path("Name").asText());
        call("cloudtrail", region, "PutEventSelectors", put.set(selectors, trail.path(selectors)));
      }
    }
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
      create.putAll(attribute(1, "FifoTopic", "true"));
    }
    aws.callSns(region, "CreateTopic", create);
    for (String attribute : TOPIC_ATTRIBUTES) {
      if (topic.path("Attributes").has(attribute)) {
        String value = topic.path("Attributes").path(attribute).asText();
        aws.callSns(
            region,
            "SetTopicAttributes",
            Map.of("TopicArn", arn, "AttributeName", attribute, "AttributeValue", value));
      }
    }
    topic.path("Subscriptions").forEach(one -> subscribe(region, arn, one));
  }

  private void subscribe(String region, String topic, JsonNode subscription) {
    String endpoint = subscription.path("Endpoint").asText();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("TopicArn", topic);
    form.put("Protocol", subscription.path("Protocol").asText());
    form.put("Endpoint", endpoint);
    int entry = 0;
    for (String attribute : SUBSCRIPTION_ATTRIBUTES) {
      JsonNode value =
          subscription.has(attribute)
              ? subscription.path(attribute)
              : subscription.path("Attributes").path(attribute);
      if (value.isTextual()) {
        form.putAll(attribute(++entry, attribute, value.asText()));
      }
    }
    aws.callSns(region, "Subscribe", form);
    if (!subscription.path("SubscriptionArn").asText().equals("PendingConfirmation")) {
      aws.confirm(topic, endpoint);
    }
  }

  /** An attribute as the query protocol of SNS numbers it. */
  private static Map<String, String> attribute(int entry, String name, String value) {
    String prefix = "Attributes.entry." + entry;
    return Map.of(prefix + ".key", name, prefix + ".value", value);
  }

  private void call(String service, String region, String operation, ObjectNode parameters) {
    aws.call(service, region, operation, JSON.convertValue(parameters, MEMBERS));
  }

  private static ObjectNode tagged(JsonNode thing, String name) {
    ObjectNode put = settable(thing);
    if (thing.path(name).asText().startsWith(OURS)) {
      put.putArray("Tags").addObject().put("Key", TAG).put("Value", "alarms");
    }
    return put;
  }

  private static ObjectNode settable(JsonNode thing) {
    return ((ObjectNode) thing.deepCopy()).remove(ANSWERED_ONLY);
  }

  private static ObjectNode only(JsonNode thing, String... members) {
    return ((ObjectNode) thing.deepCopy()).retain(members);
  }
}

package dev.tocsin.remediation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.remedy.PlannedCall;
import java.util.List;
import java.util.function.Consumer;

/**
 * An account as it is after a call, as far as a snapshot shows it. Requests and snapshots use the
 * APIs' own names, so most of a request goes into the snapshot as it is.
 */
final class Effects {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Members of requests that no snapshot has. */
  private static final List<String> NOT_SHOWN =
      List.of("Tags", "tags", "TagsList", "EnableLogFileValidation");

  private Effects() {}

  /**
   * The account after the call.
   *
   * @throws IllegalArgumentException for an operation that no repair plans
   */
  static Snapshot of(PlannedCall call, Snapshot before) {
    ObjectNode in = call.parameters().deepCopy().without(NOT_SHOWN);
    return changed(
        before,
        account -> {
          ObjectNode region =
              account.withObjectProperty("regions").withObjectProperty(call.region());
          switch (call.operation()) {
            case "PutMetricFilter" ->
                put(region, "metricFilters", in, "logGroupName", "filterName");
            case "PutMetricAlarm" -> put(region, "MetricAlarms", in, "AlarmName");
            case "EnableAlarmActions" -> enable(region, in.path("AlarmNames"));
            case "CreateTopic" ->
                region
                    .withArrayProperty("Topics")
                    .addObject()
                    .put("TopicArn", Ours.topicArn(before, call.region()))
                    .set("Attributes", in.path("Attributes"));
            case "SetTopicAttributes" ->
                topic(region, in.path("TopicArn"))
                    .withObjectProperty("Attributes")
                    .set(in.path("AttributeName").textValue(), in.path("AttributeValue"));
            case "Subscribe" -> subscribe(topic(region, in.path("TopicArn")), in);
            case "CreateLogGroup" -> put(region, "logGroups", in, "logGroupName");
            case "CreateTrail" -> createTrail(account, in, call.region());
            case "UpdateTrail" -> deliver(trail(account, in), in, before);
            case "StartLogging" -> trail(account, in).set("Status", delivering(true, before));
            case "PutRule" -> put(region, "Rules", in, "Name");
            case "PutTargets" ->
                element(region.withArrayProperty("Rules"), "Name", in.path("Rule"))
                    .withArrayProperty("Targets")
                    .addAll((ArrayNode) in.path("Targets"));
            case "CreateRole", "PutRolePolicy", "PutRetentionPolicy" -> {} // no snapshot shows them
            default -> throw new IllegalArgumentException(call.name());
          }
        });
  }

  /** Whether the account shows that the call was made, as far as a snapshot can. */
  static boolean show(PlannedCall call, Snapshot account) {
    JsonNode region = tree(account).path("regions").path(call.region());
    return call.done().stream().allMatch(condition -> condition.holds(region));
  }

  /** The account once the person behind a subscription has confirmed it. */
  static Snapshot confirmed(String topicArn, Subscription pending, Snapshot before) {
    return changed(
        before,
        account -> {
          for (JsonNode region : account.path("regions")) {
            for (JsonNode topic : region.path("Topics")) {
              if (topic.path("TopicArn").asText().equals(topicArn)) {
                topic
                    .path("Subscriptions")
                    .forEach(one -> confirm((ObjectNode) one, pending, topicArn));
              }
            }
          }
        });
  }

  private static void confirm(ObjectNode one, Subscription pending, String topicArn) {
    if (one.path("Endpoint").asText("").equals(String.valueOf(pending.endpoint()))
        && one.path("Protocol").asText("").equals(String.valueOf(pending.protocol()))) {
      one.put("SubscriptionArn", topicArn + ":confirmed");
      one.remove(List.of("PendingConfirmation", "Attributes"));
    }
  }

  private static void put(ObjectNode region, String list, ObjectNode request, String... keys) {
    ArrayNode things = region.withArrayProperty(list);
    for (JsonNode thing : things) {
      boolean same = true;
      for (String key : keys) {
        same &= thing.path(key).equals(request.path(key));
      }
      if (same) {
        ((ObjectNode) thing).setAll(request);
        return;
      }
    }
    things.add(request);
  }

  private static void enable(ObjectNode region, JsonNode names) {
    for (String kind : List.of("MetricAlarms", "CompositeAlarms", "LogAlarms")) {
      for (JsonNode alarm : region.path(kind)) {
        for (JsonNode name : names) {
          if (alarm.path("AlarmName").equals(name)) {
            ((ObjectNode) alarm).put("ActionsEnabled", true);
          }
        }
      }
    }
  }

  private static void subscribe(ObjectNode topic, ObjectNode request) {
    topic
        .withArrayProperty("Subscriptions")
        .addObject()
        .put("SubscriptionArn", request.path("TopicArn").asText() + ":confirmed")
        .put("Protocol", request.path("Protocol").asText())
        .put("Endpoint", request.path("Endpoint").asText());
  }

  private static void createTrail(ObjectNode account, ObjectNode request, String region) {
    ObjectNode trail = account.withArrayProperty("trails").addObject();
    trail.setAll(request);
    trail.put("TrailARN", TrailRepair.newTrailArn(account.path("account").asText(), region));
    trail.put("HomeRegion", region);
    trail
        .putArray("EventSelectors")
        .addObject()
        .put("ReadWriteType", "All")
        .put("IncludeManagementEvents", true);
    trail.putObject("Status").put("IsLogging", false);
  }

  /** A trail that delivers well, from that moment on. */
  private static ObjectNode delivering(boolean logging, Snapshot before) {
    return JSON.createObjectNode()
        .put("IsLogging", logging)
        .put("LatestCloudWatchLogsDeliveryTime", before.takenAt().toString())
        .put("StartLoggingTime", before.takenAt().toString());
  }

  private static void deliver(ObjectNode trail, ObjectNode request, Snapshot before) {
    trail.set("CloudWatchLogsLogGroupArn", request.path("CloudWatchLogsLogGroupArn"));
    trail.set("Status", delivering(trail.at("/Status/IsLogging").asBoolean(), before));
  }

  private static ObjectNode trail(ObjectNode account, ObjectNode request) {
    return element(account.withArrayProperty("trails"), "TrailARN", request.path("Name"));
  }

  private static ObjectNode topic(ObjectNode region, JsonNode arn) {
    return element(region.withArrayProperty("Topics"), "TopicArn", arn);
  }

  private static ObjectNode element(ArrayNode list, String key, JsonNode value) {
    for (JsonNode element : list) {
      if (element.path(key).equals(value)) {
        return (ObjectNode) element;
      }
    }
    throw new IllegalArgumentException("`" + value + "` is not in the snapshot");
  }

  private static Snapshot changed(Snapshot before, Consumer<ObjectNode> change) {
    ObjectNode account = tree(before);
    change.accept(account);
    try {
      return SnapshotJson.read(account, "the account as planned");
    } catch (BadSnapshot impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode tree(Snapshot account) {
    try {
      return (ObjectNode) JSON.readTree(SnapshotJson.write(account));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package dev.tocsin.chain.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How a thing was set when it was read, for whoever reads a verdict later: in the APIs' own names,
 * without members that may hold a secret or are policies of many pages.
 */
public final class Settings {

  private Settings() {}

  /** Of a thing with nothing to show. */
  public static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** All of a trail, its status and selectors included. */
  public static ObjectNode of(Trail trail) {
    return RecordWriter.tree(trail);
  }

  /** All of a filter, its pattern included. */
  public static ObjectNode of(MetricFilter filter) {
    return RecordWriter.tree(filter);
  }

  /** All of a subscription filter, its pattern included. */
  public static ObjectNode of(SubscriptionFilter filter) {
    return RecordWriter.tree(filter);
  }

  /** All of a policy of the account. */
  public static ObjectNode of(AccountPolicy policy) {
    return RecordWriter.tree(policy);
  }

  /** All of an alarm. */
  public static ObjectNode of(Alarm alarm) {
    return RecordWriter.tree((Record) alarm);
  }

  /** A rule without its targets, whose constant input may be a key. */
  public static ObjectNode of(EventRule rule) {
    return only(RecordWriter.tree(rule), "Name", "Arn", "EventBusName", "State", "EventPattern");
  }

  /** The key of a topic; its policy was evaluated and is in the snapshot. */
  public static ObjectNode of(Topic topic) {
    JsonNode attributes = RecordWriter.tree(topic).path("Attributes");
    return attributes instanceof ObjectNode read ? only(read, "KmsMasterKeyId") : none();
  }

  /** A subscription without its endpoint, which may hold a key. */
  public static ObjectNode of(Topic.Subscription subscription) {
    return only(
        RecordWriter.tree(subscription),
        "SubscriptionArn",
        "Protocol",
        "FilterPolicy",
        "FilterPolicyScope");
  }

  private static ObjectNode only(ObjectNode all, String... members) {
    return all.retain(List.of(members));
  }
}

package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a topic that takes alarms and tells somebody; shared by every document that notifies. */
final class TopicRepair {

  private final Snapshot snapshot;
  private final String region;
  private final Notification notification;

  TopicRepair(Snapshot snapshot, String region, Notification notification) {
    this.snapshot = snapshot;
    this.region = region;
    this.notification = notification;
  }

  /** The topic that new alarms or rules notify; empty iff the plan's reader has to say whom. */
  Optional<String> topicFor(String service, PlanBuilder plan) {
    if (notification.topicArn().isPresent()) {
      return notification.topicArn();
    }
    if (notification.email().isEmpty()) {
      plan.byHand(
          "nobody to notify was named: pass --notification-topic-arn or --notification-email");
      return Optional.empty();
    }
    String arn =
        "arn:" + partition() + ":sns:" + region + ":" + snapshot.account() + ":" + Ours.TOPIC;
    Optional<Topic> existing = topic(arn);
    if (existing.isEmpty()) {
      ObjectNode attributes = JsonNodeFactory.instance.objectNode();
      attributes.put(
          "Policy",
          new PublishPolicy(snapshot.account(), service).addedTo(null, arn).orElseThrow());
      plan.add(
          CallTemplates.call(
              "CreateTopic",
              region,
              "there is no topic to notify",
              Map.of("attributes", attributes)));
    } else {
      letPublish(existing.get(), service, plan);
    }
    subscribe(arn, existing.map(Topic::subscriptions).orElse(List.of()), plan);
    return Optional.of(arn);
  }

  /** Mends the topic of an alarm that exists. */
  void repair(String arn, PlanBuilder plan) {
    Optional<Topic> topic = topic(arn);
    if (topic.isEmpty()) {
      plan.byHand("topic `%s` does not exist: create it, or give the alarm another".formatted(arn));
      return;
    }
    if (Arn.parse(arn)
        .filter(topicArn -> topicArn.account().equals(snapshot.account()))
        .isEmpty()) {
      plan.byHand(
          "topic `%s` belongs to another account: mend its policy and subscription there"
              .formatted(arn));
      return;
    }
    if (!PublishPolicy.allowsOwner(topic.get().attributes().get("Policy"), snapshot.account())) {
      letPublish(topic.get(), "cloudwatch.amazonaws.com", plan);
    }
    subscribe(arn, topic.get().subscriptions(), plan);
  }

  private void letPublish(Topic topic, String service, PlanBuilder plan) {
    new PublishPolicy(snapshot.account(), service)
        .addedTo(topic.attributes().get("Policy"), topic.topicArn())
        .ifPresent(
            policy ->
                plan.add(
                    CallTemplates.call(
                        "SetTopicAttributes",
                        region,
                        "the policy of topic `"
                            + topic.topicArn()
                            + "` lets `"
                            + service
                            + "` publish; all else in it stays",
                        Map.of("topicArn", topic.topicArn(), "policy", policy))));
  }

  private void subscribe(String arn, List<Subscription> subscriptions, PlanBuilder plan) {
    if (subscriptions.stream()
        .anyMatch(one -> !one.isPending() && one.subscriptionArn().startsWith("arn:"))) {
      return;
    }
    Optional<Subscription> pending =
        subscriptions.stream().filter(Subscription::isPending).findFirst();
    if (pending.isPresent()) {
      plan.byHand("waiting for %s to confirm the subscription".formatted(pending.get().endpoint()));
    } else if (notification.email().isPresent()) {
      String email = notification.email().get();
      plan.add(
          CallTemplates.call(
              "Subscribe",
              region,
              "topic `" + arn + "` tells nobody",
              Map.of("topicArn", arn, "protocol", "email", "endpoint", email)));
      plan.byHand("waiting for %s to confirm the subscription".formatted(email));
    } else {
      plan.byHand(
          "topic `%s` tells nobody: subscribe somebody, or pass --notification-email"
              .formatted(arn));
    }
  }

  private Optional<Topic> topic(String arn) {
    return snapshot.in(region).stream()
        .flatMap(read -> read.topics().stream())
        .filter(topic -> topic.topicArn().equals(arn))
        .findFirst();
  }

  private String partition() {
    return Arn.parse(snapshot.trails().get(0).trailArn()).orElseThrow().partition();
  }
}

package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.delivery.Endpoints;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.policy.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a topic that takes alarms and tells somebody; shared by every document that notifies. */
final class TopicRepair {

  private static final Access NO_POLICY =
      new Access.NotAllowed("it has no policy", Optional.empty());

  private final Snapshot snapshot;
  private final String region;
  private final Notification notification;

  TopicRepair(Snapshot snapshot, String region, Notification notification) {
    this.snapshot = snapshot;
    this.region = region;
    this.notification = notification;
  }

  /** The topic that new alarms or rules notify; empty iff the plan's reader has to say whom. */
  Optional<String> topicFor(Caller caller, PlanBuilder plan) {
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
      attributes.put("Policy", new PublishPolicy(snapshot.account(), caller).alone(arn));
      plan.add(
          CallTemplates.call(
              "CreateTopic",
              region,
              "there is no topic to notify",
              Map.of("attributes", attributes)));
    } else {
      letPublish(existing.get(), caller, plan);
    }
    subscribe(arn, existing.map(Topic::subscriptions).orElse(List.of()), plan);
    return Optional.of(arn);
  }

  /** Mends the topic of an alarm that exists. */
  void repair(String arn, MetricAlarm alarm, PlanBuilder plan) {
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
    letPublish(topic.get(), Caller.alarm(alarm.alarmName()), plan);
    subscribe(arn, topic.get().subscriptions(), plan);
  }

  /** Adds our statement iff the policy lets the caller publish with it and does not without it. */
  private void letPublish(Topic topic, Caller caller, PlanBuilder plan) {
    String policy = topic.attributes().get("Policy");
    Access now = policy == null ? NO_POLICY : access(topic, caller, policy);
    if (now instanceof Access.Allowed) {
      return;
    }
    if (now instanceof Access.NotAllowed refused && refused.deniedBy().isPresent()) {
      plan.byHand(
          "statement `%s` in the policy of topic `%s` denies `%s`: take it out or narrow it, an allowance beside it changes nothing"
              .formatted(refused.deniedBy().get(), topic.topicArn(), caller.service()));
      return;
    }
    PublishPolicy ours = new PublishPolicy(snapshot.account(), caller);
    String added;
    try {
      added =
          policy == null ? ours.alone(topic.topicArn()) : ours.addedTo(policy, topic.topicArn());
    } catch (PublishPolicy.NotJson e) {
      plan.byHand(
          "the policy of topic `%s` is not understood: write one that lets `%s` publish"
              .formatted(topic.topicArn(), caller.service()));
      return;
    }
    Access then = access(topic, caller, added);
    if (then instanceof Access.Allowed) {
      plan.add(
          CallTemplates.call(
              "SetTopicAttributes",
              region,
              "the policy of topic `%s` lets `%s` publish; all else in it stays"
                  .formatted(topic.topicArn(), caller.service()),
              Map.of("topicArn", topic.topicArn(), "policy", added)));
    } else {
      plan.byHand(
          "the policy of topic `%s` does not let `%s` publish even with a statement that allows it: %s"
              .formatted(topic.topicArn(), caller.service(), reason(then)));
    }
  }

  private static String reason(Access access) {
    return access instanceof Access.NotAllowed refused
        ? refused.reason()
        : "it hangs on " + ((Access.CannotTell) access).what();
  }

  private Access access(Topic topic, Caller caller, String policy) {
    return caller.access(region, snapshot.account(), topic.topicArn(), policy);
  }

  private void subscribe(String arn, List<Subscription> subscriptions, PlanBuilder plan) {
    if (subscriptions.stream()
        .anyMatch(one -> !one.isPending() && one.subscriptionArn().startsWith("arn:"))) {
      return;
    }
    Optional<Subscription> pending =
        subscriptions.stream().filter(Subscription::isPending).findFirst();
    if (pending.isPresent()) {
      plan.byHand(
          "waiting for %s to confirm the subscription".formatted(Endpoints.shown(pending.get())));
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

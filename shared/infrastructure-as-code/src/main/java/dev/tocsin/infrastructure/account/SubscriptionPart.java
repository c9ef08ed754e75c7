package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Subscriptions. One waits for the person or program behind its address to confirm it, except that
 * AWS confirms queues, functions and streams of the topic's own account, and that numbers and
 * mobile applications need no confirmation (SNS developer guide, "Confirming subscriptions").
 */
final class SubscriptionPart {
  /** Marks a subscription that waits; taken out of the account before it is read. */
  static final String WAITS = "Tocsin.Waits";

  private static final Set<String> AT_ONCE = Set.of("sms", "application");
  private static final Set<String> IN_OWN_ACCOUNT = Set.of("sqs", "lambda", "firehose");

  private final Draft draft;

  private SubscriptionPart(Draft draft) {
    this.draft = draft;
  }

  /** Topics must have been drawn. */
  static void draw(Draft draft) {
    SubscriptionPart part = new SubscriptionPart(draft);
    draft.of(Types.SUBSCRIPTION).forEach(part::subscription);
    for (Resource topic : draft.of(Types.TOPIC)) {
      part.inline(topic, draft.arn(topic));
    }
  }

  /** A topic of CloudFormation can list its subscriptions itself. */
  private void inline(Resource topic, String arn) {
    JsonNode listed = topic.get("Subscription");
    if (Unknown.is(listed)) {
      draft.leaveOut("topic", topic, "Subscription", "is not known", Set.of(arn));
    }
    for (int i = 0; i < listed.size(); i++) {
      if (Unknown.is(listed.get(i))) {
        draft.leaveOut("topic", topic, "Subscription[" + i + "]", "is not known", Set.of(arn));
      } else {
        ObjectNode properties = listed.get(i).deepCopy();
        properties.put("TopicArn", arn);
        Place place =
            new Place(
                topic.place().address() + ".Subscription[" + i + "]",
                topic.place().file(),
                topic.place().line());
        subscription(
            new Resource(Types.SUBSCRIPTION, place, topic.region(), properties, topic.doubt()));
      }
    }
  }

  private void subscription(Resource subscription) {
    String topicArn = subscription.text("TopicArn");
    try {
      Optional<Unknown> endpoint = Unknown.in(subscription.get("Endpoint"));
      if (endpoint.isPresent()) {
        throw new NotKnown("Endpoint", endpoint.get().why());
      }
      if (subscription.text("Endpoint").isBlank()) {
        throw new NotKnown("Endpoint", "is empty, and SNS subscribes nobody without an address");
      }
      ObjectNode json = Draft.shaped(Subscription.class, subscription);
      json.put(
          "SubscriptionArn",
          topicArn
              + ":"
              + UUID.nameUUIDFromBytes(
                  subscription.place().address().getBytes(StandardCharsets.UTF_8)));
      json.put(WAITS, waits(subscription));
      draft
          .find(region(topicArn, subscription), "Topics", "TopicArn", topicArn)
          .ifPresent(topic -> topic.withArray("Subscriptions").add(json));
      draft.placed(
          subscription.text("Protocol") + " " + subscription.text("Endpoint"), subscription);
    } catch (NotKnown notKnown) {
      draft.leaveOut(
          "subscription",
          subscription,
          notKnown,
          topicArn.isEmpty()
              ? Set.copyOf(draft.of(Types.TOPIC).stream().map(draft::arn).toList())
              : Set.of(topicArn));
    }
  }

  private boolean waits(Resource subscription) {
    String protocol = subscription.text("Protocol");
    if (AT_ONCE.contains(protocol)) {
      return false;
    }
    if (subscription.text("EndpointAutoConfirms").equals("true")) {
      return false;
    }
    Optional<String> owner = Arn.parse(subscription.text("Endpoint")).map(Arn::account);
    return !IN_OWN_ACCOUNT.contains(protocol)
        || !owner.equals(Optional.of(draft.circumstances().account()));
  }

  /** A subscription can be made in another Region than its topic is in. */
  private static String region(String topicArn, Resource subscription) {
    return Arn.parse(topicArn).map(Arn::region).orElse(subscription.region());
  }

  /** The account without the marks; what waits is confirmed or pending, as asked. */
  static ObjectNode settled(ObjectNode account, boolean confirmed) {
    ObjectNode settled = account.deepCopy();
    for (JsonNode region : settled.path("regions")) {
      for (JsonNode topic : region.path("Topics")) {
        for (JsonNode subscription : topic.path("Subscriptions")) {
          settle((ObjectNode) subscription, confirmed);
        }
      }
    }
    return settled;
  }

  private static void settle(ObjectNode subscription, boolean confirmed) {
    boolean waits = subscription.remove(WAITS).asBoolean();
    if (waits && !confirmed) {
      subscription.put("SubscriptionArn", "PendingConfirmation");
    }
  }
}

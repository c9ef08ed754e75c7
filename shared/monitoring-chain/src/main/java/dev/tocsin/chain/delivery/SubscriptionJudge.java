package dev.tocsin.chain.delivery;

import dev.tocsin.chain.delivery.FilterPolicy.Decision;
import dev.tocsin.chain.delivery.FilterPolicy.Passage;
import dev.tocsin.chain.delivery.Recipients.Recipient;
import dev.tocsin.chain.delivery.Recipients.Told;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody hears of a message iff one confirmed subscription lets it through. */
final class SubscriptionJudge {

  private static final String READ_FILTER = "sns:GetSubscriptionAttributes";

  private SubscriptionJudge() {}

  static Reach judge(Topic topic, Publisher publisher) {
    List<Finding> findings = new ArrayList<>();
    List<Evidence> heard = new ArrayList<>();
    List<Recipient> told = new ArrayList<>();
    for (Subscription subscription : topic.subscriptions()) {
      Optional<Fault> own = foreign(subscription, topic).or(() -> fault(subscription, publisher));
      own.ifPresent(
          fault -> findings.add(fault.on(Link.SUBSCRIPTION, Endpoints.shown(subscription))));
      if (own.isEmpty()) {
        heard.add(
            new Evidence(
                Link.SUBSCRIPTION,
                Endpoints.shown(subscription),
                publisher.region(),
                "is confirmed and lets the message through",
                Settings.of(subscription)));
        Recipients.LISTED.of(subscription).ifPresent(told::add);
      }
    }
    if (!heard.isEmpty()) {
      return new Reach(List.of(), heard, open(topic, told));
    }
    return Reach.broken(
        findings.isEmpty()
            ? List.of(
                Fault.of(
                        "has no subscription",
                        "subscribe an address to it and confirm the subscription")
                    .on(Link.TOPIC, topic.topicArn()))
            : findings);
  }

  /** What cannot be seen of who is told; nothing iff people are, by the topic itself. */
  private static List<String> open(Topic topic, List<Recipient> told) {
    if (told.stream().anyMatch(one -> one.told() == Told.PEOPLE)) {
      return List.of();
    }
    List<Recipient> services = told.stream().filter(one -> one.told() == Told.SERVICE).toList();
    return (services.isEmpty() ? told : services)
        .stream()
            .distinct()
            .map(
                one ->
                    "topic `%s` tells no person by itself, but %s: %s is not visible here"
                        .formatted(topic.topicArn(), one.as(), one.open()))
            .toList();
  }

  /** What makes it no subscription of this topic that anything is known of. */
  private static Optional<Fault> foreign(Subscription subscription, Topic topic) {
    String arn = subscription.subscriptionArn();
    boolean elsewhere =
        (subscription.topicArn() != null && !subscription.topicArn().equals(topic.topicArn()))
            || (arn.startsWith("arn:") && !arn.startsWith(topic.topicArn() + ":"));
    if (elsewhere) {
      return Optional.of(
          Fault.cannotShow(
              "it is a subscription of topic `%s`: its ARNs are those of another"
                  .formatted(topic.topicArn()),
              "take the snapshot again"));
    }
    String protocol = subscription.protocol();
    return Recipients.LISTED.of(subscription).isPresent() || subscription.isPending()
        ? Optional.empty()
        : Optional.of(
            Fault.cannotShow(
                "anybody hears of it: its protocol is %s"
                    .formatted(protocol == null ? "unknown" : "`" + protocol + "`"),
                "subscribe an address by `email`"));
  }

  private static Optional<Fault> fault(Subscription subscription, Publisher publisher) {
    if (subscription.isPending()) {
      return Optional.of(Fault.of("is not confirmed", confirmation(subscription.protocol())));
    }
    if (!subscription.isConfirmed()) {
      return Optional.of(
          Fault.cannotShow(
              "it is confirmed: `PendingConfirmation` is `%s`"
                  .formatted(subscription.pendingConfirmation()),
              "take the snapshot again"));
    }
    if (!subscription.subscriptionArn().startsWith("arn:")) {
      return Optional.of(
          Fault.of(
              "has state `" + subscription.subscriptionArn() + "`",
              "subscribe the address again and confirm the subscription"));
    }
    if (subscription.denied().contains(READ_FILTER)) {
      return Optional.of(
          Fault.cannotShow(
              "its filter policy lets the message through: `" + READ_FILTER + "` is refused",
              "allow the evaluation `"
                  + READ_FILTER
                  + "`, or subscribe an address of this account"));
    }
    if (subscription.filterPolicy() == null) {
      return Optional.empty();
    }
    Decision decision =
        FilterPolicy.filter(
            subscription.filterPolicy(), subscription.filterPolicyScope(), publisher.message());
    if (decision.passage() == Passage.PASSES) {
      return Optional.empty();
    }
    String fix = "remove its filter policy, or let it pass the alarm's message";
    return Optional.of(
        decision.passage() == Passage.BLOCKED
            ? Fault.of("drops the message by its filter policy: " + decision.why(), fix)
            : Fault.cannotShow(
                "its filter policy lets the message through: " + decision.why(), fix));
  }

  /** Who confirms (SNS developer guide, "Confirming subscriptions"). */
  private static String confirmation(String protocol) {
    return protocol != null && protocol.startsWith("http")
        ? "let the endpoint answer the confirmation request, by calling the `SubscribeURL` it was sent or `sns:ConfirmSubscription` with its token; subscribe it again if the request is older than two days"
        : "open the confirmation message and follow its link; ask for a new one if it is older than two days";
  }
}

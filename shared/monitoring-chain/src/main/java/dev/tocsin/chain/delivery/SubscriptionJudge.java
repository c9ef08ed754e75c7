package dev.tocsin.chain.delivery;

import dev.tocsin.chain.delivery.FilterPolicy.Answer;
import dev.tocsin.chain.delivery.FilterPolicy.Outcome;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody hears of a message iff one confirmed subscription lets it through. */
final class SubscriptionJudge {

  private static final Set<String> READ_BY_PEOPLE =
      Set.of("email", "email-json", "sms", "application");
  private static final String READ_FILTER = "sns:GetSubscriptionAttributes";

  private SubscriptionJudge() {}

  static Reach judge(Topic topic, Publisher publisher) {
    List<Finding> findings = new ArrayList<>();
    List<Evidence> heard = new ArrayList<>();
    boolean byPeople = false;
    for (Subscription subscription : topic.subscriptions()) {
      List<Finding> own = findings(subscription, publisher);
      findings.addAll(own);
      if (own.isEmpty()) {
        heard.add(
            new Evidence(
                Link.SUBSCRIPTION,
                name(subscription),
                publisher.region(),
                "is confirmed and lets the message through"));
        byPeople |= READ_BY_PEOPLE.contains(subscription.protocol());
      }
    }
    if (!heard.isEmpty()) {
      List<String> notes =
          byPeople
              ? List.of()
              : List.of(
                  "topic `%s` is heard by programs only: whether one of them tells a person is not visible here"
                      .formatted(topic.topicArn()));
      return new Reach(List.of(), heard, notes);
    }
    return Reach.broken(
        findings.isEmpty()
            ? List.of(
                new Finding(
                    Link.TOPIC,
                    topic.topicArn(),
                    "has no subscription",
                    "subscribe an address to it and confirm the subscription"))
            : findings);
  }

  private static List<Finding> findings(Subscription subscription, Publisher publisher) {
    if (subscription.subscriptionArn().equals("PendingConfirmation")) {
      return finding(
          subscription,
          "is not confirmed",
          "open the confirmation message and follow its link; ask for a new one if it is older than two days");
    }
    if (!subscription.subscriptionArn().startsWith("arn:")) {
      return finding(
          subscription,
          "has state `" + subscription.subscriptionArn() + "`",
          "subscribe the address again and confirm the subscription");
    }
    if (subscription.denied().contains(READ_FILTER)) {
      return finding(
          subscription,
          "cannot show that its filter policy lets the message through: `"
              + READ_FILTER
              + "` is refused",
          "allow the evaluation `" + READ_FILTER + "`, or subscribe an address of this account");
    }
    if (subscription.filterPolicy() == null) {
      return List.of();
    }
    Answer answer =
        FilterPolicy.filter(
            subscription.filterPolicy(), subscription.filterPolicyScope(), publisher.message());
    if (answer.outcome() == Outcome.PASSES) {
      return List.of();
    }
    return finding(
        subscription,
        (answer.outcome() == Outcome.BLOCKED
                ? "drops the message by its filter policy: "
                : "cannot show that its filter policy lets the message through: ")
            + answer.why(),
        "remove the filter policy `" + subscription.filterPolicy() + "`");
  }

  private static List<Finding> finding(Subscription subscription, String problem, String fix) {
    return List.of(new Finding(Link.SUBSCRIPTION, name(subscription), problem, fix));
  }

  /** Protocol and endpoint: an ARN says nothing to a person, and pending ones have none. */
  private static String name(Subscription subscription) {
    return subscription.endpoint() == null
        ? subscription.subscriptionArn()
        : subscription.protocol() + " " + subscription.endpoint();
  }
}

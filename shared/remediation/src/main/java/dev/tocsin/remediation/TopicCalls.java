package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.chain.delivery.Endpoints;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.policy.Access;
import dev.tocsin.chain.remedy.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that make a topic take a caller's messages and tell somebody. */
final class TopicCalls {

  private static final Access NO_POLICY =
      new Access.NotAllowed("it has no policy", Optional.empty());

  private final Means means;

  TopicCalls(Means means) {
    this.means = means;
  }

  /**
   * A topic that can be named by what is made next.
   *
   * @param conditions what must be true of the topic just before it is named
   */
  record Told(Draft draft, String arn, List<Expectation> conditions) {}

  /**
   * The topic given, or else {@code tocsin-alarms}, made if it is not there.
   *
   * @throws ByHand if nobody is named, or the topic given cannot be notified
   */
  Told toNotify(Draft draft, String region, Caller caller) throws ByHand {
    if (means.topicArn().isPresent()) {
      return given(draft, region, caller, means.topicArn().get());
    }
    String arn = Ours.topicArn(draft.account(), region);
    Optional<Topic> topic = draft.topic(region, arn);
    if (topic.isEmpty()) {
      return new Told(made(draft, region, caller, arn), arn, List.of());
    }
    boolean made =
        draft.calls().stream()
            .anyMatch(
                call -> call.operation().equals("CreateTopic") && call.region().equals(region));
    List<Expectation> ours = made ? List.of() : List.of(Checks.topicIsOurs(arn));
    return new Told(working(draft, region, topic.get(), caller, ours), arn, ours);
  }

  private Told given(Draft draft, String region, Caller caller, String arn) throws ByHand {
    Optional<Arn> parsed = Arn.parse(arn).filter(one -> one.service().equals("sns"));
    if (parsed.isEmpty() || !parsed.get().region().equals(region)) {
      throw new ByHand(
          "`%s` cannot be notified from `%s`: name a topic of that Region".formatted(arn, region));
    }
    Optional<Topic> topic = draft.topic(region, arn);
    if (!isOwn(draft, arn)) {
      return new Told(draft, arn, List.of()); // the judge says whether it reaches somebody
    }
    if (topic.isEmpty()) {
      throw new ByHand(
          "topic `%s` does not exist: create it, or name one that exists".formatted(arn));
    }
    return new Told(working(draft, region, topic.get(), caller, List.of()), arn, List.of());
  }

  private Draft made(Draft draft, String region, Caller caller, String arn) throws ByHand {
    if (means.email().isEmpty()) {
      throw new ByHand(
          "nobody to notify was named: name a topic (`--notification-topic-arn`) or an address (`--notification-email`)");
    }
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    attributes.put("Policy", new PublishPolicy(draft.account().account(), caller).alone(arn));
    means.keyId().ifPresent(key -> attributes.put("KmsMasterKeyId", key));
    Draft with =
        draft.with(
            CallTemplates.call(
                "CreateTopic",
                region,
                "there is no topic to notify",
                Map.of("attributes", attributes),
                List.of(Checks.done(Checks.topicTag(arn), Map.of())),
                List.of(
                    Checks.absent(
                        Checks.read(
                            "sns", "GetTopicAttributes", Map.of("TopicArn", arn), "Attributes"),
                        Checks.topicIsOurs(arn).otherwise()))));
    return subscribed(with, region, with.topic(region, arn).orElseThrow(), List.of());
  }

  /**
   * With a topic of the account's own that lets the caller publish and has a subscription.
   *
   * @throws ByHand if its policy denies the caller or cannot be mended
   */
  Draft working(Draft draft, String region, Topic topic, Caller caller, List<Expectation> only)
      throws ByHand {
    Draft lets = letPublish(draft, region, topic, caller, only);
    return subscribed(lets, region, topic, only);
  }

  static boolean isOwn(Draft draft, String arn) {
    return Arn.parse(arn)
        .filter(one -> one.account().equals(draft.account().account()))
        .isPresent();
  }

  /** Adds our statement iff the policy lets the caller publish with it and does not without it. */
  private static Draft letPublish(
      Draft draft, String region, Topic topic, Caller caller, List<Expectation> only)
      throws ByHand {
    String account = draft.account().account();
    String arn = topic.topicArn();
    String policy = topic.attributes().get("Policy");
    Access now = policy == null ? NO_POLICY : caller.access(region, account, arn, policy);
    if (now instanceof Access.Allowed) {
      return draft;
    }
    if (now instanceof Access.NotAllowed refused && refused.deniedBy().isPresent()) {
      throw new ByHand(
          "statement `%s` in the policy of topic `%s` denies `%s`: take it out or narrow it, an allowance beside it changes nothing"
              .formatted(refused.deniedBy().get(), arn, caller.service()));
    }
    String added = added(new PublishPolicy(account, caller), policy, arn);
    Access then = caller.access(region, account, arn, added);
    if (!(then instanceof Access.Allowed)) {
      throw new ByHand(
          "the policy of topic `%s` does not let `%s` publish even with a statement that allows it: %s"
              .formatted(arn, caller.service(), reason(then)));
    }
    JsonNode found = policy == null ? Checks.NOTHING : TextNode.valueOf(policy);
    // What an earlier call of the plan writes is not there yet when the plan is looked through.
    List<Expectation> asRead =
        isWritten(draft, region, arn) ? List.of() : List.of(Checks.topicPolicyIs(arn, found));
    return draft.with(
        CallTemplates.call(
                "SetTopicAttributes",
                region,
                "the policy of topic `%s` lets `%s` publish".formatted(arn, caller.service()),
                Map.of("topicArn", arn, "policy", added),
                List.of(Checks.done(Checks.topicPolicy(arn), added)),
                asRead)
            .onlyIf(only));
  }

  private static boolean isWritten(Draft draft, String region, String arn) {
    boolean isOwn = arn.equals(Ours.topicArn(draft.account(), region));
    return draft.calls().stream()
        .anyMatch(
            call ->
                (isOwn && call.operation().equals("CreateTopic") && call.region().equals(region))
                    || (call.operation().equals("SetTopicAttributes")
                        && call.parameters().path("TopicArn").asText().equals(arn)));
  }

  private static String added(PublishPolicy ours, String policy, String arn) throws ByHand {
    try {
      return policy == null ? ours.alone(arn) : ours.addedTo(policy, arn);
    } catch (PublishPolicy.NotJson e) {
      throw new ByHand(
          "the policy of topic `%s` is not understood: write one that lets `%s` publish"
              .formatted(arn, ours.caller().service()));
    }
  }

  private static String reason(Access access) {
    return access instanceof Access.NotAllowed refused
        ? refused.reason()
        : "it hangs on " + ((Access.CannotTell) access).what();
  }

  /** With a subscription, unless one is confirmed or waits for somebody. */
  private Draft subscribed(Draft draft, String region, Topic topic, List<Expectation> only)
      throws ByHand {
    String arn = topic.topicArn();
    List<Subscription> listed = draft.topic(region, arn).orElseThrow().subscriptions();
    if (listed.stream().anyMatch(one -> !one.isPending() && isSubscribed(one))) {
      return draft;
    }
    Optional<Subscription> pending = listed.stream().filter(Subscription::isPending).findFirst();
    if (pending.isPresent()) {
      return draft.waitingFor(arn, pending.get(), Endpoints.shown(pending.get()));
    }
    return withEmail(draft, region, arn, only);
  }

  private static boolean isSubscribed(Subscription one) {
    return one.subscriptionArn().startsWith("arn:");
  }

  /** Whether the address given is among the topic's subscriptions. */
  boolean isListed(Topic topic) {
    return topic.subscriptions().stream()
        .anyMatch(one -> means.email().filter(email -> email.equals(one.endpoint())).isPresent());
  }

  /**
   * With the address given subscribed to a topic that tells nobody.
   *
   * @throws ByHand if no address is given
   */
  Draft withEmail(Draft draft, String region, String arn, List<Expectation> only) throws ByHand {
    String email =
        means
            .email()
            .orElseThrow(
                () ->
                    new ByHand(
                        "topic `%s` tells nobody: subscribe somebody, or name an address (`--notification-email`)"
                            .formatted(arn)));
    Map<String, String> values = Map.of("topicArn", arn, "protocol", "email", "endpoint", email);
    return draft
        .with(
            CallTemplates.call(
                "Subscribe",
                region,
                "topic `" + arn + "` tells nobody",
                values,
                List.of(
                    Checks.done(
                        Checks.read(
                            "sns",
                            "ListSubscriptionsByTopic",
                            Map.of("TopicArn", arn),
                            "Subscriptions",
                            Map.of("Protocol", "email", "Endpoint", email)),
                        Map.of())),
                only))
        .waitingFor(email);
  }
}

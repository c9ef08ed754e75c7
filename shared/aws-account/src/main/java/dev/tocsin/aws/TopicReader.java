package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.model.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Reads a topic with its subscriptions. A topic of another account may be closed to us: that is a
 * fact, and nothing more is asked, because every refusal is itself an event that the account may be
 * alarmed by.
 */
final class TopicReader {
  // SNS answers `InvalidParameter` for a name that no topic can have.
  private static final String[] GONE = {"NotFound", "NotFoundException", "InvalidParameter"};

  private final AwsClients clients;
  private final String owner;

  TopicReader(AwsClients clients, String owner) {
    this.clients = clients;
    this.owner = owner;
  }

  /** The topic as the snapshot has it; empty iff it does not exist. */
  Optional<ObjectNode> read(Arn arn, String topicArn) {
    SnsClient sns = clients.sns(arn.region());
    Set<String> facts = arn.account().equals(owner) ? Set.of(GONE) : ApiCall.deniedOr(GONE);
    ObjectNode topic = SdkJson.NODES.objectNode().put("TopicArn", topicArn);

    String action = "sns:ListSubscriptionsByTopic";
    Answer<List<ListSubscriptionsByTopicResponse>> subscriptions =
        ApiCall.askPages(
            action,
            topicArn,
            facts,
            page ->
                sns.listSubscriptionsByTopic(request -> request.topicArn(topicArn).nextToken(page)),
            ListSubscriptionsByTopicResponse::nextToken);
    if (subscriptions.isRefused()) {
      return subscriptions.isDenied() ? Optional.of(denied(topic, action)) : Optional.empty();
    }
    topic.set(
        "Subscriptions",
        subscriptions(
            sns,
            subscriptions.value().stream()
                .flatMap(page -> page.subscriptions().stream())
                .toList()));

    action = "sns:GetTopicAttributes";
    Answer<GetTopicAttributesResponse> attributes =
        ApiCall.ask(
            action,
            topicArn,
            facts,
            () -> {
              GetTopicAttributesResponse answer =
                  sns.getTopicAttributes(request -> request.topicArn(topicArn));
              requireItself(answer.attributes(), "TopicArn", topicArn);
              return answer;
            });
    if (attributes.isRefused()) {
      return attributes.isDenied() ? Optional.of(denied(topic, action)) : Optional.empty();
    }
    ObjectNode all = topic.putObject("Attributes");
    attributes.value().attributes().forEach(all::put);
    return Optional.of(topic);
  }

  /**
   * The subscriptions with their filter policies, up to the first confirmed one that has none: a
   * message that one subscriber gets for certain does not depend on the others, and a topic may
   * have millions.
   */
  private ArrayNode subscriptions(SnsClient sns, List<Subscription> listed) {
    ArrayNode read = SdkJson.NODES.arrayNode();
    boolean everythingPasses = false;
    for (Subscription subscription : listed) {
      if (Arn.parse(subscription.subscriptionArn()).isEmpty()) {
        read.add(SdkJson.object(subscription)); // PendingConfirmation or Deleted
      } else if (!everythingPasses) {
        Optional<ObjectNode> confirmed = confirmed(sns, subscription);
        confirmed.ifPresent(read::add);
        everythingPasses =
            confirmed.filter(one -> !one.has("FilterPolicy") && !one.has("Denied")).isPresent();
      }
    }
    return read;
  }

  private Optional<ObjectNode> confirmed(SnsClient sns, Subscription subscription) {
    String action = "sns:GetSubscriptionAttributes";
    String arn = subscription.subscriptionArn();
    Set<String> facts = owner.equals(subscription.owner()) ? Set.of(GONE) : ApiCall.deniedOr(GONE);
    ObjectNode read = SdkJson.object(subscription);
    Answer<GetSubscriptionAttributesResponse> attributes =
        ApiCall.ask(
            action,
            arn,
            facts,
            () -> {
              GetSubscriptionAttributesResponse answer =
                  sns.getSubscriptionAttributes(request -> request.subscriptionArn(arn));
              requireItself(answer.attributes(), "SubscriptionArn", arn);
              return answer;
            });
    if (attributes.isRefused()) {
      return attributes.isDenied() ? Optional.of(denied(read, action)) : Optional.empty();
    }
    for (String name : List.of("FilterPolicy", "FilterPolicyScope")) {
      if (attributes.value().attributes().containsKey(name)) {
        read.put(name, attributes.value().attributes().get(name));
      }
    }
    return Optional.of(read);
  }

  /** That an answer is about what was asked for; that it is there at all is seen to elsewhere. */
  private static void requireItself(Map<String, String> attributes, String name, String asked) {
    String found = attributes.get(name);
    if (found != null && !found.equals(asked)) {
      throw new BadAnswer("it is about `" + found + "`");
    }
  }

  private static ObjectNode denied(ObjectNode thing, String action) {
    thing.putArray("Denied").add(action);
    return thing;
  }
}

package dev.tocsin.infrastructure.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Topics and their policies. A policy that is not known is one that was not read. */
final class TopicPart {
  private static final String TOPICS = "Topics";
  private static final String ARN = "TopicArn";

  private final Draft draft;

  /** The resource that set a topic's policy, by the topic's ARN. */
  private final Map<String, Resource> setBy = new HashMap<>();

  private TopicPart(Draft draft) {
    this.draft = draft;
  }

  static void draw(Draft draft) {
    TopicPart part = new TopicPart(draft);
    draft.of(Types.TOPIC).forEach(part::topic);
    draft.of(Types.TOPIC_POLICY).forEach(policy -> part.policy(policy, policy.get(TOPICS)));
    draft.of(Types.TOPIC_INLINE_POLICY).forEach(policy -> part.policy(policy, policy.get(ARN)));
  }

  private void topic(Resource topic) {
    String arn = draft.arn(topic);
    draft.placed(arn, topic);
    if (topic.doubt().isPresent()) {
      draft.leaveOut("topic", topic, topic.doubt().get(), Set.of(arn));
      return;
    }
    ObjectNode json = draft.list(topic.region(), TOPICS).addObject().put(ARN, arn);
    ObjectNode attributes = json.putObject("Attributes").put(ARN, arn);
    attributes.put("Policy", Defaults.topicPolicy(arn, draft.circumstances().account()));
    for (String member : List.of("KmsMasterKeyId", "FifoTopic")) {
      if (topic.get(member).isPojo()) {
        // No key has such an id, and a topic that may be FIFO carries no alarm.
        attributes.put(member, member.equals("FifoTopic") ? "true" : "not known yet");
        draft.leaveOut("topic", topic, member, "is not known", Set.of(arn));
      } else if (!topic.text(member).isEmpty()) {
        attributes.put(member, topic.text(member));
      }
    }
    json.putArray("Subscriptions");
    if (!topic.get("Policy").isMissingNode()) {
      policy(topic, arn, topic.get("Policy"));
    }
  }

  private void policy(Resource policy, JsonNode topics) {
    boolean open = Unknown.in(topics).isPresent();
    Iterable<JsonNode> named = topics.isArray() ? topics : List.of(topics);
    for (JsonNode topic : open ? draft.list(policy.region(), TOPICS) : named) {
      String arn = open ? topic.path(ARN).asText() : topic.asText();
      JsonNode document =
          open
              ? Unknown.node(Unknown.in(topics).orElseThrow().why())
              : policy.get("PolicyDocument");
      policy(policy, arn, document);
    }
  }

  private void policy(Resource resource, String arn, JsonNode document) {
    Optional<ObjectNode> topic = draft.find(resource.region(), TOPICS, ARN, arn);
    if (topic.isEmpty()) {
      return;
    }
    ObjectNode attributes = (ObjectNode) topic.get().path("Attributes");
    try {
      Draft.requireMade(resource);
      requireAlone(resource, arn);
      attributes.set(
          "Policy", JsonNodeFactory.instance.textNode(Draft.document(document).orElse("")));
    } catch (NotKnown notKnown) {
      attributes.remove("Policy");
      draft.leaveOut("topic policy", resource, notKnown, Set.of(arn));
    }
  }

  /** A topic has one policy: of two resources that set it, the one that AWS makes last wins. */
  private void requireAlone(Resource resource, String arn) throws NotKnown {
    if (resource.type().equals(Types.TOPIC)) {
      return;
    }
    Resource other = setBy.putIfAbsent(arn, resource);
    if (other != null) {
      throw new NotKnown(
          "policy document",
          "is set by %s too, and which of the two is set last is not known"
              .formatted(other.place().inWords()));
    }
  }
}

package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.policy.Access;
import dev.tocsin.chain.policy.AccessRequest;
import dev.tocsin.chain.policy.ResourcePolicy;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A topic reaches someone iff it exists in the publisher's Region, is no FIFO topic, its policy and
 * that of its key let the publisher publish, and a confirmed subscription lets the message through.
 */
final class TopicJudge {

  private static final String READ_ATTRIBUTES = "sns:GetTopicAttributes";
  private static final String READ_SUBSCRIPTIONS = "sns:ListSubscriptionsByTopic";

  private TopicJudge() {}

  /**
   * Where a topic leads.
   *
   * @param watcher the account whose monitoring the snapshot holds
   */
  static Reach judge(String topicArn, Publisher publisher, Snapshot snapshot, String watcher) {
    Optional<Arn> arn = Arn.parse(topicArn);
    if (arn.isEmpty()) {
      return broken(topicArn, "is no ARN", "name a topic by its ARN");
    }
    String region = publisher.region();
    Optional<String> elsewhere = arn.orElseThrow().elsewhereThan(region);
    if (elsewhere.isPresent()) {
      return broken(
          topicArn,
          "%s, but %s is in `%s` and reaches topics of its own Region only"
              .formatted(elsewhere.orElseThrow(), publisher.subject(), region),
          "name a topic of `" + region + "`");
    }
    Optional<RegionMonitoring> read = snapshot.in(region);
    if (read.isEmpty()) {
      return cannotShow(
          topicArn, "it exists: `" + region + "` was not read", "read `" + region + "` as well");
    }
    return read.orElseThrow().topics().stream()
        .filter(topic -> topic.topicArn().equals(topicArn))
        .findFirst()
        .map(topic -> judge(topic, arn.orElseThrow(), publisher, read.orElseThrow(), watcher))
        .orElseGet(() -> absent(topicArn, arn.orElseThrow(), publisher, watcher));
  }

  private static Reach absent(String topicArn, Arn arn, Publisher publisher, String watcher) {
    if (!arn.account().equals(watcher)) {
      return cannotShow(
          topicArn,
          "it exists: it belongs to account %s and is not in this snapshot"
              .formatted(arn.account()),
          "let account %s allow account %s `%s` and `%s`, and read it as well"
              .formatted(arn.account(), watcher, READ_ATTRIBUTES, READ_SUBSCRIPTIONS));
    }
    return broken(
        topicArn,
        "does not exist",
        "create it, or let " + publisher.subject() + " name a topic that exists");
  }

  private static Reach judge(
      Topic topic, Arn arn, Publisher publisher, RegionMonitoring region, String watcher) {
    if (arn.resource().endsWith(".fifo")
        || Boolean.parseBoolean(topic.attributes().get("FifoTopic"))) {
      return broken(
          topic.topicArn(),
          "is a FIFO topic: %s sends no message group id, and no e-mail or SMS can subscribe"
              .formatted(publisher.service()),
          "use a standard topic");
    }
    String own = topic.attributes().getOrDefault("TopicArn", topic.topicArn());
    if (!own.equals(topic.topicArn())) {
      return cannotShow(
          topic.topicArn(),
          "its attributes are its own: they are those of `%s`".formatted(own),
          "take the snapshot again");
    }
    List<String> denied =
        List.of(READ_ATTRIBUTES, READ_SUBSCRIPTIONS).stream()
            .filter(topic.denied()::contains)
            .toList();
    if (!denied.isEmpty()) {
      return unreadable(topic, arn, denied, watcher);
    }
    List<Finding> findings = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Reach part :
        List.of(
            permission(topic, arn, publisher),
            KeyJudge.judge(topic, publisher, region),
            SubscriptionJudge.judge(topic, publisher))) {
      findings.addAll(part.findings());
      evidence.addAll(part.evidence());
      notes.addAll(part.notes());
    }
    return new Reach(findings, evidence, findings.isEmpty() ? notes : List.of());
  }

  private static Reach unreadable(Topic topic, Arn arn, List<String> denied, String watcher) {
    String actions = "`" + String.join("` and `", denied) + "`";
    return cannotShow(
        topic.topicArn(),
        "it reaches anybody: account `%s` refuses account `%s` %s"
            .formatted(arn.account(), watcher, actions),
        "allow account `" + watcher + "` " + actions + " in the policy of the topic");
  }

  private static Reach permission(Topic topic, Arn arn, Publisher publisher) {
    String policy = topic.attributes().get("Policy");
    if (policy == null) {
      return cannotShow(
          topic.topicArn(),
          "`" + publisher.name() + "` may publish: its policy was not read",
          "read the attribute `Policy` of the topic");
    }
    AccessRequest request = publisher.publish(topic.topicArn(), arn.account());
    boolean own = publisher.role().filter(role -> role.account().equals(arn.account())).isPresent();
    Access access =
        own
            ? ResourcePolicy.decideGranted(policy, request)
            : ResourcePolicy.decide(policy, request);
    if (access instanceof Access.Allowed allowed) {
      return Reach.reaches(
          List.of(
              new Evidence(
                  Link.TOPIC,
                  topic.topicArn(),
                  publisher.region(),
                  own
                      ? "has no statement that keeps `%s` out".formatted(publisher.name())
                      : "lets `%s` publish by statement `%s`"
                          .formatted(publisher.name(), allowed.statement()),
                  Settings.of(topic))));
    }
    String fix =
        "allow `%s` `sns:Publish` in the topic's policy%s"
            .formatted(publisher.name(), publisher.conditions());
    return access instanceof Access.NotAllowed refused
        ? broken(
            topic.topicArn(),
            "does not let `%s` publish: %s".formatted(publisher.name(), refused.reason()),
            fix)
        : cannotShow(
            topic.topicArn(),
            "`%s` may publish: the topic's policy hangs on %s"
                .formatted(publisher.name(), ((Access.CannotTell) access).what()),
            fix);
  }

  private static Reach broken(String topicArn, String problem, String fix) {
    return broken(topicArn, Fault.of(problem, fix));
  }

  private static Reach cannotShow(String topicArn, String what, String fix) {
    return broken(topicArn, Fault.cannotShow(what, fix));
  }

  private static Reach broken(String topicArn, Fault fault) {
    return Reach.broken(List.of(fault.on(Link.TOPIC, topicArn)));
  }
}

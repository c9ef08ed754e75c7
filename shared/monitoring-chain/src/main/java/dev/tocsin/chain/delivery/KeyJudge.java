package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Key;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.policy.Access;
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
 * An encrypted topic takes messages of a service iff its key is enabled and the key's own policy
 * lets the service encrypt with it. AWS managed keys never do: their policies cannot be changed
 * (AWS Knowledge Center, "cloudwatch-configure-alarm-sns").
 */
final class KeyJudge {

  private static final List<String> NEEDED = List.of("kms:Decrypt", "kms:GenerateDataKey");
  private static final String MANAGED = "alias/aws/";

  private KeyJudge() {}

  static Reach judge(Topic topic, Publisher publisher, RegionMonitoring region) {
    String named = topic.attributes().getOrDefault("KmsMasterKeyId", "");
    if (named.isEmpty()) {
      return Reach.reaches(List.of());
    }
    if (publisher.role().isPresent()) {
      return inRole(topic, named, publisher);
    }
    if (name(named).startsWith(MANAGED)) {
      return managed(topic, named, publisher);
    }
    List<Key> found =
        region.keys().stream()
            .filter(
                key ->
                    named.equals(key.arn())
                        || (isWhere(named, key)
                            && (name(named).equals(key.keyId())
                                || key.aliases().contains(name(named)))))
            .toList();
    if (found.isEmpty()) {
      return unknown(topic, named, publisher, "the key was not read", "kms:DescribeKey");
    }
    Key key = found.get(0);
    if (Arn.parse(key.arn()).isEmpty()) {
      return unknown(topic, named, publisher, "its ARN is not known", "kms:DescribeKey");
    }
    if (Arn.parse(key.arn())
        .filter(arn -> !arn.resource().equals("key/" + key.keyId()))
        .isPresent()) {
      return unknown(topic, named, publisher, "its ARN is that of another key", "kms:DescribeKey");
    }
    if (found.size() > 1) {
      return unknown(topic, named, publisher, "several keys go by that name", "kms:DescribeKey");
    }
    if (Arn.parse(key.arn()).flatMap(arn -> arn.elsewhereThan(publisher.region())).isPresent()) {
      return broken(
          topic,
          "is encrypted with key `%s` of another Region".formatted(key.arn()),
          "encrypt the topic with a key of `%s`".formatted(publisher.region()));
    }
    if (!key.denied().isEmpty()) {
      String denied = String.join("` and `", key.denied());
      return unknown(topic, named, publisher, "`" + denied + "` is refused", denied);
    }
    if ("AWS".equals(key.keyManager())) {
      return managed(topic, named, publisher);
    }
    if (!"Enabled".equals(key.keyState())) {
      return broken(
          topic,
          "is encrypted with key `%s`, whose state is `%s`".formatted(named, key.keyState()),
          "enable the key, or encrypt the topic with another one");
    }
    if (key.policy() == null) {
      return unknown(topic, named, publisher, "its policy was not read", "kms:GetKeyPolicy");
    }
    return permission(topic, named, key, publisher);
  }

  private static Reach permission(Topic topic, String named, Key key, Publisher publisher) {
    String arn = key.arn() == null ? named : key.arn();
    String account = Arn.parse(arn).map(Arn::account).orElse("");
    List<Finding> findings = new ArrayList<>();
    for (String action : NEEDED) {
      Access access =
          ResourcePolicy.decide(
              key.policy(), publisher.use(action, arn, account, topic.topicArn()));
      if (access instanceof Access.NotAllowed refused) {
        findings.add(
            finding(
                topic,
                "is encrypted with key `%s`, whose policy does not let `%s` call `%s`: %s"
                    .formatted(named, publisher.service(), action, refused.reason()),
                allow(publisher)));
      } else if (access instanceof Access.CannotTell open) {
        findings.add(
            Fault.cannotShow(
                    "`%s` may call `%s` on its key `%s`: the key's policy hangs on %s"
                        .formatted(publisher.service(), action, named, open.what()),
                    allow(publisher))
                .on(Link.TOPIC, topic.topicArn()));
      }
    }
    return findings.isEmpty()
        ? Reach.reaches(
            List.of(
                new Evidence(
                    Link.TOPIC,
                    topic.topicArn(),
                    publisher.region(),
                    "is encrypted with key `%s`, which `%s` may use"
                        .formatted(named, publisher.service()))))
        : Reach.broken(findings.subList(0, 1));
  }

  /**
   * EventBridge user guide, "Using resource-based policies": a role and a key may not go together.
   */
  private static Reach inRole(Topic topic, String named, Publisher publisher) {
    return Reach.broken(
        List.of(
            Fault.cannotShow(
                    "%s may publish as role `%s`: it is encrypted with key `%s`, and AWS says that such a delivery may fail"
                        .formatted(publisher.subject(), publisher.name(), named),
                    "take the role off the target, and let the policies of the topic and of its key allow `%s`"
                        .formatted(publisher.service()))
                .on(Link.TOPIC, topic.topicArn())));
  }

  private static Reach managed(Topic topic, String named, Publisher publisher) {
    return broken(
        topic,
        "is encrypted with the AWS managed key `%s`, which `%s` may not use"
            .formatted(named, publisher.service()),
        "encrypt the topic with a customer managed key whose policy allows `%s` `kms:Decrypt` and `kms:GenerateDataKey*`"
            .formatted(publisher.service()));
  }

  private static Reach unknown(
      Topic topic, String named, Publisher publisher, String why, String permission) {
    return Reach.broken(
        List.of(
            Fault.cannotShow(
                    "`%s` may use its key `%s`: %s".formatted(publisher.service(), named, why),
                    "allow the evaluation `" + permission + "` on the key")
                .on(Link.TOPIC, topic.topicArn())));
  }

  private static String allow(Publisher publisher) {
    return "allow `%s` `kms:Decrypt` and `kms:GenerateDataKey*` in the key's policy%s"
        .formatted(publisher.service(), publisher.conditions());
  }

  private static List<String> place(Arn arn) {
    return List.of(arn.partition(), arn.service(), arn.region(), arn.account());
  }

  /** False iff the two ARNs differ before the name. */
  private static boolean isWhere(String named, Key key) {
    Optional<Arn> one = Arn.parse(named);
    Optional<Arn> other = Arn.parse(key.arn());
    return one.isEmpty() || other.isEmpty() || place(one.get()).equals(place(other.get()));
  }

  /** What follows the key's or alias's ARN prefix: {@code alias/name} or the key's id. */
  private static String name(String keyOrAlias) {
    String resource = Arn.parse(keyOrAlias).map(Arn::resource).orElse(keyOrAlias);
    return resource.startsWith("key/") ? resource.substring("key/".length()) : resource;
  }

  private static Reach broken(Topic topic, String problem, String fix) {
    return Reach.broken(List.of(finding(topic, problem, fix)));
  }

  private static Finding finding(Topic topic, String problem, String fix) {
    return Fault.of(problem, fix).on(Link.TOPIC, topic.topicArn());
  }
}

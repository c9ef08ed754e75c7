package dev.tocsin.chain.delivery;

import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import java.util.List;
import java.util.Optional;

/**
 * An action reaches someone iff it is a topic of the alarm's Region with a confirmed subscriber.
 */
public final class SubscribedTopics implements ActionJudge {

  @Override
  public Reach judge(
      Alarm alarm, String alarmRegion, String actionArn, Snapshot snapshot, JudgeOptions options) {
    Optional<Topic> topic =
        snapshot.in(alarmRegion).stream()
            .flatMap(region -> region.topics().stream())
            .filter(candidate -> candidate.topicArn().equals(actionArn))
            .findFirst();
    if (topic.isEmpty()) {
      return Reach.broken(
          List.of(
              new Finding(
                  Link.ACTION,
                  actionArn,
                  "is no SNS topic that exists in " + alarmRegion,
                  "name a topic of " + alarmRegion + " that somebody is subscribed to")));
    }
    return topic.get().subscriptions().stream()
        .filter(subscription -> subscription.subscriptionArn().startsWith("arn:"))
        .findFirst()
        .map(
            subscription ->
                Reach.reaches(
                    List.of(
                        new Evidence(Link.TOPIC, actionArn, alarmRegion, "exists"),
                        new Evidence(
                            Link.SUBSCRIPTION,
                            subscription.subscriptionArn(),
                            alarmRegion,
                            "is confirmed"))))
        .orElseGet(
            () ->
                Reach.broken(
                    List.of(
                        new Finding(
                            Link.SUBSCRIPTION,
                            actionArn,
                            "has no confirmed subscription",
                            "subscribe an address to it and confirm"))));
  }
}

package dev.tocsin.remediation;

import dev.tocsin.chain.delivery.Endpoints;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.EventRule;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.model.Topic.Subscription;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes an alarm or a rule that exists tell somebody: its actions switched on, a topic added where
 * none of its actions reaches anybody, the topic's policy, a subscription. Nothing is taken away.
 */
final class Mending {

  /** What is done about a topic that does not reach anybody. */
  enum Way {
    /** It is mended, if it is there. */
    MEND_THE_TOPIC,
    /** Another one is put beside it. */
    ADD_A_TOPIC
  }

  private final TopicCalls topics;
  private final AlarmCalls alarms;

  Mending(TopicCalls topics, AlarmCalls alarms) {
    this.topics = topics;
    this.alarms = alarms;
  }

  /**
   * With the first thing mended of each finding; the same draft iff some finding is about another
   * link, or nothing helps it.
   *
   * @throws ByHand if it is not this account's to mend, or nobody is named to tell
   */
  Draft of(Draft draft, JudgedChain chain, Way way) throws ByHand {
    Draft mended = draft;
    for (Finding finding : chain.verdict().findings()) {
      Draft next = mended(mended, finding, chain, way);
      if (next.equals(draft)) {
        return draft; // a finding after the first may have gone with it
      }
      mended = next;
    }
    return mended;
  }

  private Draft mended(Draft draft, Finding finding, JudgedChain chain, Way way) throws ByHand {
    return switch (finding.link()) {
      case ALARM -> alarm(draft, finding.subject(), chain.region());
      case ACTION -> withTopic(draft, finding.subject(), chain);
      case TOPIC -> topic(draft, finding.subject(), chain, way);
      case SUBSCRIPTION -> subscription(draft, finding, chain);
      case TRAIL, LOG_GROUP, METRIC_FILTER, METRIC, SUBSCRIPTION_FILTER, EVENT_RULE, EXEMPTION ->
          draft;
    };
  }

  private Draft alarm(Draft draft, String name, String region) throws ByHand {
    Optional<Alarm> alarm =
        alarms(draft, region).filter(one -> one.alarmName().equals(name)).findFirst();
    if (alarm.isPresent() && !alarm.get().actionsEnabled()) {
      return draft.with(alarms.enabled(region, alarm.get()));
    }
    if (alarm.isPresent()
        && alarm.get() instanceof MetricAlarm metric
        && metric.alarmActions().isEmpty()) {
      return alarms.notifying(draft, region, metric);
    }
    return draft;
  }

  private Draft topic(Draft draft, String arn, JudgedChain chain, Way way) throws ByHand {
    Optional<Topic> topic = draft.topic(chain.region(), arn);
    if (arn.startsWith("arn:") && !TopicCalls.isOwn(draft, arn)) {
      throw new ByHand(
          "topic `%s` belongs to another account: mend its policy and its subscriptions there"
              .formatted(arn));
    }
    if (topic.isEmpty() || way == Way.ADD_A_TOPIC) {
      return withTopic(draft, arn, chain);
    }
    Draft mended = draft;
    for (Caller caller : callers(draft, arn, chain)) {
      Topic now = mended.topic(chain.region(), arn).orElseThrow();
      mended = topics.working(mended, chain.region(), now, caller, List.of());
    }
    return mended;
  }

  /** Who publishes to a topic on the judged chain. */
  private static List<Caller> callers(Draft draft, String arn, JudgedChain chain) {
    List<Caller> callers = new ArrayList<>();
    naming(draft, arn, chain).forEach(alarm -> callers.add(Caller.alarm(alarm.alarmName())));
    rulesNaming(draft, arn, chain).forEach(rule -> callers.add(Caller.rule(rule.name())));
    return callers;
  }

  /** The topic is added to the metric alarms of the chain that name what does not reach anybody. */
  private Draft withTopic(Draft draft, String action, JudgedChain chain) throws ByHand {
    Draft added = draft;
    for (Alarm alarm : naming(draft, action, chain)) {
      if (alarm instanceof MetricAlarm metric) {
        added = alarms.notifying(added, chain.region(), metric);
      }
    }
    return added;
  }

  private Draft subscription(Draft draft, Finding finding, JudgedChain chain) throws ByHand {
    for (Topic topic : topics(draft, chain.region())) {
      for (Subscription one : topic.subscriptions()) {
        if (Endpoints.shown(one).equals(finding.subject())
            && !callers(draft, topic.topicArn(), chain).isEmpty()) {
          return subscribed(draft, topic, one, finding, chain.region());
        }
      }
    }
    return draft;
  }

  private Draft subscribed(
      Draft draft, Topic topic, Subscription one, Finding finding, String region) throws ByHand {
    String arn = topic.topicArn();
    if (one.isPending()) {
      return draft.waitingFor(arn, one, Endpoints.shown(one));
    }
    if (!TopicCalls.isOwn(draft, arn) || topics.isListed(topic)) {
      throw new ByHand(finding.subject() + " " + finding.problem() + ": " + finding.fix());
    }
    return topics.withEmail(draft, region, arn, List.of());
  }

  /** The alarms of the judged chain that name an action; any that do, if none is on it. */
  private static List<Alarm> naming(Draft draft, String action, JudgedChain chain) {
    Set<String> named = chain.subjects(Link.ALARM).collect(Collectors.toSet());
    Set<String> metrics = chain.subjects(Link.METRIC).collect(Collectors.toSet());
    List<Alarm> all =
        alarms(draft, chain.region())
            .filter(alarm -> alarm.alarmActions().contains(action))
            .toList();
    List<Alarm> ofTheChain =
        all.stream()
            .filter(alarm -> named.contains(alarm.alarmName()) || reads(alarm, metrics))
            .toList();
    return ofTheChain.isEmpty() ? all : ofTheChain;
  }

  private static boolean reads(Alarm alarm, Set<String> metrics) {
    return alarm instanceof MetricAlarm metric
        && metric
            .singleMetric()
            .filter(one -> metrics.contains(one.namespace() + "/" + one.metricName()))
            .isPresent();
  }

  private static List<EventRule> rulesNaming(Draft draft, String arn, JudgedChain chain) {
    Set<String> named = chain.subjects(Link.EVENT_RULE).collect(Collectors.toSet());
    return draft.account().in(chain.region()).stream()
        .flatMap(region -> region.rules().stream())
        .filter(rule -> named.contains(rule.name()))
        .filter(rule -> rule.targets().stream().anyMatch(target -> target.arn().equals(arn)))
        .toList();
  }

  private static Stream<Alarm> alarms(Draft draft, String region) {
    return draft.account().in(region).stream()
        .flatMap(
            (RegionMonitoring read) ->
                Stream.of(read.metricAlarms(), read.compositeAlarms(), read.logAlarms())
                    .flatMap(List::stream));
  }

  private static List<Topic> topics(Draft draft, String region) {
    return draft.account().in(region).map(RegionMonitoring::topics).orElse(List.of());
  }
}

package dev.tocsin.drill;

import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.model.Topic;
import dev.tocsin.chain.verdict.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What topics delivered, by the metrics that SNS keeps for each topic: not for one message, so that
 * a delivery within the time is what is seen, and by whom is not.
 */
record Deliveries(DrillPlan plan, Watch watch) {
  /** SNS sends its metrics every five minutes. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final String DELIVERED = "NumberOfNotificationsDelivered";
  private static final String FAILED = "NumberOfNotificationsFailed";

  /** All that have to be remembered before the drill. */
  List<MetricId> metrics() {
    return Stream.concat(
            plan.alarms().stream().flatMap(alarm -> alarm.alarmActions().stream()),
            plan.targets().stream())
        .distinct()
        .flatMap(
            topic -> Stream.of(DELIVERED, FAILED).flatMap(name -> metric(topic, name).stream()))
        .toList();
  }

  /** Waits until one of the topics has delivered; the step that says so is told. */
  boolean shown(List<String> topics, Consumer<Step> steps) {
    Optional<Step> found =
        watch.until(
            LIMIT, () -> topics.stream().flatMap(topic -> outcome(topic).stream()).findFirst());
    Step step = found.orElseGet(() -> nothing(topics.get(0)));
    steps.accept(step);
    return !step.isBroken();
  }

  private Optional<Step> outcome(String topic) {
    double delivered = moved(topic, DELIVERED);
    if (delivered > 0) {
      return Optional.of(
          Step.worked(
              Link.SUBSCRIPTION,
              topic,
              watch.sinceWritten(),
              "%.0f delivered, as SNS counts for the whole topic".formatted(delivered)));
    }
    double failed = moved(topic, FAILED);
    return failed > 0
        ? Optional.of(
            Step.broken(
                Link.SUBSCRIPTION,
                subscriber(topic).orElse(topic),
                "%.0f failed, none delivered".formatted(failed)))
        : Optional.empty();
  }

  private Step nothing(String topic) {
    String says = "took the message, and delivered none within " + Lasting.of(LIMIT);
    return subscriber(topic)
        .map(one -> Step.broken(Link.SUBSCRIPTION, one, "got nothing within " + Lasting.of(LIMIT)))
        .orElseGet(() -> Step.broken(Link.TOPIC, topic, says + ": it has no subscription"));
  }

  /** The topic's first subscription, named as the judge does. */
  private Optional<String> subscriber(String topic) {
    return plan.topics().stream()
        .filter(one -> one.topicArn().equals(topic))
        .map(Topic::subscriptions)
        .flatMap(List::stream)
        .map(one -> one.protocol() + " " + one.endpoint())
        .findFirst();
  }

  private double moved(String topic, String name) {
    return metric(topic, name).map(watch::moved).orElse(0.0);
  }

  private static Optional<MetricId> metric(String topic, String name) {
    return Arn.parse(topic)
        .filter(arn -> arn.service().equals("sns"))
        .map(arn -> new MetricId("AWS/SNS", name, Map.of("TopicName", arn.resource())));
  }
}

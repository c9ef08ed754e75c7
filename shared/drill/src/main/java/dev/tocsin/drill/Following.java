package dev.tocsin.drill;

import dev.tocsin.aws.AlarmEvent;
import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.drill.DrillPlan.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Follows what was written from link to link; the first that has had its time ends it. */
final class Following {
  /** What CloudWatch Logs and CloudWatch usually need, several times over. */
  private static final Duration UNTIL_COUNTED = Duration.ofMinutes(5);

  private static final Duration UNTIL_EVALUATED = Duration.ofMinutes(3);
  private static final Duration UNTIL_TAKEN = Duration.ofMinutes(2);

  private final DrillPlan plan;
  private final Watch watch;
  private final Consumer<Step> steps;
  private final Deliveries deliveries;

  Following(DrillPlan plan, Watch watch, Consumer<Step> steps) {
    this.plan = plan;
    this.watch = watch;
    this.steps = steps;
    this.deliveries = new Deliveries(plan, watch);
  }

  /** Looks at everything before anything is written; false iff no alarm could tell of it now. */
  boolean start() {
    List<Alarm> ringing = plan.alarms().stream().filter(watch::isInAlarm).toList();
    if (!plan.alarms().isEmpty() && ringing.size() == plan.alarms().size()) {
      steps.accept(
          Step.broken(
              Link.ALARM,
              ringing.get(0).alarmName(),
              "is in ALARM now, and tells only of a change; nothing was written"));
      return false;
    }
    List<MetricId> metrics = new ArrayList<>(plan.metrics());
    metrics.addAll(deliveries.metrics());
    watch.remember(metrics);
    return true;
  }

  /** When a topic took the message; empty iff no delivery was seen. */
  Optional<Duration> follow() {
    return plan.way() == Way.BUS ? fromRule() : fromLogGroup();
  }

  private Optional<Duration> fromLogGroup() {
    if (plan.way() == Way.RECORD && !counted()) {
      return Optional.empty();
    }
    Optional<List<AlarmEvent>> rings = watch.until(evaluation(), this::rings);
    if (rings.isEmpty()) {
      steps.accept(
          Step.broken(
              Link.ALARM,
              plan.alarms().get(0).alarmName(),
              "did not go to ALARM within " + Lasting.of(evaluation())));
      return Optional.empty();
    }
    rings
        .get()
        .forEach(
            ring ->
                steps.accept(
                    Step.worked(
                        Link.ALARM, ring.alarm(), watch.since(ring.at()), "went to ALARM")));
    return new ActionsTaken(plan, watch, steps, deliveries).of(rings.get(), UNTIL_TAKEN);
  }

  private boolean counted() {
    Optional<MetricId> moved = watch.until(UNTIL_COUNTED, this::moved);
    MetricId metric = moved.orElse(plan.metrics().get(0));
    String subject = metric.namespace() + "/" + metric.name();
    steps.accept(
        moved.isPresent()
            ? Step.worked(Link.METRIC, subject, watch.sinceWritten(), "counted it")
            : Step.broken(
                Link.METRIC, subject, "did not move within " + Lasting.of(UNTIL_COUNTED)));
    return moved.isPresent();
  }

  private Optional<MetricId> moved() {
    return plan.metrics().stream().filter(metric -> watch.moved(metric) != 0).findFirst();
  }

  /** Alarms that rang, those without actions of their own only where no other did. */
  private Optional<List<AlarmEvent>> rings() {
    List<AlarmEvent> rings =
        plan.alarms().stream()
            .flatMap(alarm -> watch.news(alarm.alarmName()).stream())
            .filter(AlarmEvent::isRing)
            .toList();
    return rings.isEmpty() ? Optional.empty() : Optional.of(rings);
  }

  /** As long as the slowest alarm looks back, and some time for CloudWatch to do so. */
  private Duration evaluation() {
    return plan.alarms().stream()
        .filter(MetricAlarm.class::isInstance)
        .map(MetricAlarm.class::cast)
        .map(Following::lookBack)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO)
        .plus(UNTIL_EVALUATED);
  }

  private static Duration lookBack(MetricAlarm alarm) {
    int period = alarm.period() == null ? 300 : alarm.period();
    int periods = alarm.evaluationPeriods() == null ? 1 : alarm.evaluationPeriods();
    return Duration.ofSeconds((long) period * periods);
  }

  private Optional<Duration> fromRule() {
    if (watch.until(UNTIL_COUNTED, this::moved).isEmpty()) {
      String rule = plan.read().get(plan.read().size() - 1).subject();
      steps.accept(
          Step.broken(
              Link.EVENT_RULE, rule, "invoked no target within " + Lasting.of(UNTIL_COUNTED)));
      return Optional.empty();
    }
    Duration after = watch.sinceWritten();
    steps.accept(
        Step.worked(
            Link.ACTION,
            plan.targets().stream().collect(Collectors.joining(", ")),
            after,
            "was invoked"));
    return deliveries.shown(plan.targets(), steps) ? Optional.of(after) : Optional.empty();
  }
}

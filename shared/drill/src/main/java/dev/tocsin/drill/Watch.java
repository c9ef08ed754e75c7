package dev.tocsin.drill;

import dev.tocsin.aws.AlarmEvent;
import dev.tocsin.aws.ChainProbe;
import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks again and again until something has come about, and tells it from what was before. */
final class Watch {
  /** How far this machine's clock may be from CloudWatch's. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofDays(2);

  private final ChainProbe probe;
  private final Pace pace;
  private final DrillPlan plan;
  private final Map<MetricId, Double> before = new HashMap<>();
  private final Set<AlarmEvent> past = new HashSet<>();
  private final Instant start;
  private Instant written;

  Watch(ChainProbe probe, Pace pace, DrillPlan plan) {
    this.probe = probe;
    this.pace = pace;
    this.plan = plan;
    this.start = pace.now();
    this.written = start;
  }

  /** Remembers what these metrics count, and what happened to the alarms, before the drill. */
  void remember(List<MetricId> metrics) {
    metrics.forEach(metric -> before.put(metric, sum(metric)));
    plan.alarms().forEach(alarm -> past.addAll(history(alarm.alarmName())));
  }

  /** The drill begins. */
  void from(Instant moment) {
    written = moment;
  }

  boolean isInAlarm(Alarm alarm) {
    return probe.state(alarm.alarmName()).equals("ALARM");
  }

  /** By how much a metric has moved since it was remembered. */
  double moved(MetricId metric) {
    return sum(metric) - before.getOrDefault(metric, 0.0);
  }

  /** What happened to an alarm since it was remembered. */
  List<AlarmEvent> news(String alarm) {
    List<AlarmEvent> news = new ArrayList<>(history(alarm));
    news.removeAll(past);
    return news;
  }

  /** What is found within a time from now; empty iff nothing is. */
  <T> Optional<T> until(Duration limit, Supplier<Optional<T>> look) {
    Instant end = pace.now().plus(limit);
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent() || !pace.now().isBefore(end)) {
        return found;
      }
      pace.pause(pace.betweenLooks());
    }
  }

  /** How long after the drill began it is now. */
  Duration sinceWritten() {
    return since(pace.now());
  }

  /** How long after the drill began a moment is, by CloudWatch's clock against ours. */
  Duration since(Instant moment) {
    Duration after = Duration.between(written, moment).truncatedTo(ChronoUnit.SECONDS);
    return after.isNegative() ? Duration.ZERO : after;
  }

  private double sum(MetricId metric) {
    return probe.sum(metric, windowStart(), pace.now().plus(SKEW).truncatedTo(ChronoUnit.MINUTES));
  }

  private List<AlarmEvent> history(String alarm) {
    return probe.history(alarm, windowStart(), LONGEST);
  }

  /** The same at every look, so that what was counted before stays in the window. */
  private Instant windowStart() {
    return start.truncatedTo(ChronoUnit.MINUTES).minus(SKEW);
  }
}

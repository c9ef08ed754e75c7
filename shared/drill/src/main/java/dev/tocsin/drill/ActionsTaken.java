package dev.tocsin.drill;

import dev.tocsin.aws.AlarmEvent;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Arn;
import dev.tocsin.chain.verdict.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the alarms that rang did. */
record ActionsTaken(DrillPlan plan, Watch watch, Consumer<Step> steps, Deliveries deliveries) {

  /** An action in an alarm's history. */
  private record Taken(String action, AlarmEvent event) {}

  /**
   * Waits for the actions of alarms.
   *
   * @return when a topic took the message; empty iff no delivery was seen
   */
  Optional<Duration> of(List<AlarmEvent> rings, Duration limit) {
    Set<String> rang = new HashSet<>();
    rings.forEach(ring -> rang.add(ring.alarm()));
    // A composite alarm rings after those it is over, so that all of them are asked.
    Optional<List<Taken>> found = watch.until(limit, this::taken);
    if (found.isEmpty()) {
      Alarm silent =
          plan.alarms().stream()
              .filter(alarm -> rang.contains(alarm.alarmName()))
              .findFirst()
              .orElseThrow();
      steps.accept(Step.broken(Link.ALARM, silent.alarmName(), why(silent, limit)));
      return Optional.empty();
    }
    List<String> told = new ArrayList<>();
    Optional<Duration> after = Optional.empty();
    for (Taken taken : found.get()) {
      if (rang.add(taken.event().alarm())) {
        steps.accept(
            Step.worked(
                Link.ALARM,
                taken.event().alarm(),
                watch.since(taken.event().at()),
                "went to ALARM"));
      }
      steps.accept(step(taken));
      if (taken.event().did(taken.action()) && isTopic(taken.action())) {
        told.add(taken.action());
        after = after.or(() -> Optional.of(watch.since(taken.event().at())));
      }
    }
    if (told.isEmpty()) {
      return Optional.empty();
    }
    return deliveries.shown(told, steps) ? after : Optional.empty();
  }

  private Optional<List<Taken>> taken() {
    List<Taken> all = new ArrayList<>();
    for (Alarm alarm : plan.alarms()) {
      for (AlarmEvent event : watch.news(alarm.alarmName())) {
        alarm.alarmActions().stream()
            .filter(action -> event.did(action) || event.failed(action))
            .findFirst()
            .ifPresent(action -> all.add(new Taken(action, event)));
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private Step step(Taken taken) {
    String action = taken.action();
    if (taken.event().did(action)) {
      Duration after = watch.since(taken.event().at());
      return isTopic(action)
          ? Step.worked(Link.TOPIC, action, after, "took the message")
          : Step.notShown(
              Link.ACTION, action, "was invoked; whether a person hears of it is not shown");
    }
    Link link = Arn.parse(action).isEmpty() ? Link.ACTION : Link.TOPIC;
    return Step.broken(link, action, "did not take the message: " + taken.event().error(action));
  }

  private static String why(Alarm alarm, Duration limit) {
    if (alarm.alarmActions().isEmpty()) {
      return "went to ALARM, and has no action for it";
    }
    return alarm.actionsEnabled()
        ? "went to ALARM, and took no action within " + Lasting.of(limit)
        : "went to ALARM, and its actions are disabled";
  }

  private static boolean isTopic(String action) {
    return Arn.parse(action).filter(arn -> arn.service().equals("sns")).isPresent();
  }
}

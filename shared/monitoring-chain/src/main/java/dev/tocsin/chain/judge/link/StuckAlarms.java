package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.judge.link.CompositeGraph.Composite;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.filterpattern.condition.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The alarms that have been in ALARM for so long that no recent event brought them there. An alarm
 * tells on a change of state only, so they tell of no further event.
 *
 * <p>A composite alarm whose own state is not known is taken for stuck iff stuck alarms make its
 * rule hold.
 */
final class StuckAlarms {
  private static final Duration LONG = Duration.ofDays(2);
  private static final String FIX = "find out what keeps it in ALARM and end that";

  private final Instant now;
  private final Alarms alarms;
  private final Set<String> names = new HashSet<>();

  StuckAlarms(RegionMonitoring monitoring, Alarms alarms, CompositeGraph graph, Instant now) {
    this.now = now;
    this.alarms = alarms;
    Stream.of(monitoring.metricAlarms(), monitoring.compositeAlarms(), monitoring.logAlarms())
        .flatMap(List::stream)
        .filter(this::saysSo)
        .forEach(alarm -> names.add(alarm.alarmName()));
    graph.ordered().stream()
        .filter(composite -> composite.alarm().stateValue() == null)
        .filter(this::isHeld)
        .forEach(composite -> names.add(composite.name()));
  }

  /** Why it may tell of no change of state; empty iff nothing speaks against it. */
  Optional<Fault> fault(Alarm alarm) {
    if (AlarmStates.isForeign(alarm.stateValue())) {
      return Optional.of(
          Fault.cannotShow(
              "it changes to ALARM: its state now is `%s`, which is none that is known"
                  .formatted(alarm.stateValue()),
              "take the snapshot with its state"));
    }
    if (isSinceWhenever(alarm)) {
      return Optional.of(
          Fault.cannotShow(
              "it changes to ALARM: it is in ALARM now, and since when is not known",
              "take the snapshot with its `StateTransitionedTimestamp`"));
    }
    if (saysSo(alarm)) {
      return Optional.of(
          Fault.of(
              "has been in ALARM since %s, and an alarm tells on a change of state only"
                  .formatted(alarm.stateTransitionedTimestamp()),
              FIX));
    }
    return names.contains(alarm.alarmName())
        ? Optional.of(
            Fault.of(
                "is held in ALARM by alarms of its rule, and an alarm tells on a change of state only",
                FIX))
        : Optional.empty();
  }

  /** In ALARM since a moment that is left out, or that had not come yet. */
  private boolean isSinceWhenever(Alarm alarm) {
    return AlarmStates.isAlarm(alarm.stateValue())
        && (alarm.stateTransitionedTimestamp() == null
            || Moments.isToCome(alarm.stateTransitionedTimestamp(), now));
  }

  private boolean saysSo(Alarm alarm) {
    return AlarmStates.isAlarm(alarm.stateValue())
        && alarm.stateTransitionedTimestamp() != null
        && Duration.between(alarm.stateTransitionedTimestamp(), now).compareTo(LONG) > 0;
  }

  private boolean isHeld(Composite composite) {
    return composite
        .rule()
        .map(rule -> rule.evaluate(this::inState))
        .filter(Truth.TRUE::equals)
        .isPresent();
  }

  private Truth inState(String state, String nameOrArn) {
    boolean stuck =
        alarms.named(nameOrArn).filter(alarm -> names.contains(alarm.alarmName())).isPresent();
    if (!stuck) {
      return Truth.UNKNOWN;
    }
    return state.equals("ALARM") ? Truth.TRUE : Truth.FALSE;
  }
}

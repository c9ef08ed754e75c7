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
import java.util.stream.Collectors;
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

  /** Those that are stuck. */
  private final Set<String> names;

  /** Those that are, or may be, for all that is known of the moments. */
  private final Set<String> suspects;

  StuckAlarms(RegionMonitoring monitoring, Alarms alarms, CompositeGraph graph, Instant now) {
    this.now = now;
    this.alarms = alarms;
    List<Alarm> all =
        Stream.of(monitoring.metricAlarms(), monitoring.compositeAlarms(), monitoring.logAlarms())
            .<Alarm>flatMap(List::stream)
            .toList();
    names = withHeld(all.stream().filter(this::saysSo), graph);
    suspects = withHeld(all.stream().filter(one -> saysSo(one) || isSinceWhenever(one)), graph);
  }

  /** The alarms and the composite alarms without a state that they hold in ALARM. */
  private Set<String> withHeld(Stream<Alarm> stuck, CompositeGraph graph) {
    Set<String> found = stuck.map(Alarm::alarmName).collect(Collectors.toCollection(HashSet::new));
    graph.ordered().stream()
        .filter(composite -> composite.alarm().stateValue() == null)
        .filter(composite -> isHeld(composite, found))
        .forEach(composite -> found.add(composite.name()));
    return found;
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
    if (names.contains(alarm.alarmName())) {
      return Optional.of(
          Fault.of(
              "is held in ALARM by alarms of its rule, and an alarm tells on a change of state only",
              FIX));
    }
    return suspects.contains(alarm.alarmName())
        ? Optional.of(
            Fault.cannotShow(
                "it changes to ALARM: alarms of its rule may hold it there, and since when they are in ALARM is not known",
                "take the snapshot with its `StateValue`"))
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

  private boolean isHeld(Composite composite, Set<String> stuck) {
    return composite
        .rule()
        .map(rule -> rule.evaluate((state, name) -> inState(state, name, stuck)))
        .filter(Truth.TRUE::equals)
        .isPresent();
  }

  private Truth inState(String state, String nameOrArn, Set<String> stuck) {
    if (alarms.named(nameOrArn).filter(alarm -> stuck.contains(alarm.alarmName())).isEmpty()) {
      return Truth.UNKNOWN;
    }
    return state.equals("ALARM") ? Truth.TRUE : Truth.FALSE;
  }
}

package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.language.AlarmRule;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import dev.tocsin.filterpattern.condition.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From an alarm that fires to a person: by its own actions, or by those of a composite alarm that
 * it raises, directly or through another one.
 *
 * <p>A composite alarm is raised iff its rule holds when this alarm is in ALARM, whatever the
 * states of the others, and does not hold while all alarms are quiet.
 */
final class AlarmWays {
  private final RegionMonitoring monitoring;
  private final String region;
  private final OwnActions actions;

  AlarmWays(RegionMonitoring monitoring, String region, OwnActions actions) {
    this.monitoring = monitoring;
    this.region = region;
    this.actions = actions;
  }

  /** The best way from an alarm that fires. */
  Reach from(Alarm alarm) {
    return from(alarm, new HashSet<>());
  }

  private Reach from(Alarm alarm, Set<String> passed) {
    passed.add(alarm.alarmName());
    List<Reach> ways = new ArrayList<>();
    Reach own = actions.of(alarm);
    if (own.reaches()) {
      return own;
    }
    for (CompositeAlarm composite :
        monitoring.compositeAlarms().stream()
            .sorted(Comparator.comparing(CompositeAlarm::alarmName))
            .toList()) {
      if (!passed.contains(composite.alarmName())) {
        through(alarm, composite, passed).ifPresent(ways::add);
      }
    }
    // An alarm without actions below a composite alarm is meant to speak through it.
    if (!alarm.alarmActions().isEmpty() || ways.isEmpty()) {
      ways.add(own);
    }
    return ways.stream().min(Comparator.comparingInt(way -> way.findings().size())).orElse(own);
  }

  private Optional<Reach> through(Alarm child, CompositeAlarm composite, Set<String> passed) {
    Optional<AlarmRule> rule = AlarmRule.parse(composite.alarmRule());
    if (rule.isEmpty()) {
      return composite.alarmRule().contains(child.alarmName())
          ? Optional.of(
              broken(
                  composite,
                  Fault.cannotShow(
                      "alarm `"
                          + child.alarmName()
                          + "` raises it: its rule `"
                          + composite.alarmRule()
                          + "` is not understood",
                      "write the rule as ALARM(…) OR ALARM(…)")))
          : Optional.empty();
    }
    if (!rule.get().alarms().stream().map(AlarmWays::nameOf).anyMatch(child.alarmName()::equals)) {
      return Optional.empty();
    }
    Truth raised =
        rule.get()
            .evaluate(
                (state, named) ->
                    !nameOf(named).equals(child.alarmName())
                        ? Truth.UNKNOWN
                        : state.equals("ALARM") ? Truth.TRUE : Truth.FALSE);
    Truth quiet =
        rule.get().evaluate((state, name) -> state.equals("ALARM") ? Truth.FALSE : Truth.UNKNOWN);
    if (raised != Truth.TRUE) {
      return Optional.of(
          broken(
              composite,
              Fault.of(
                  "alarm `"
                      + child.alarmName()
                      + "` alone does not raise it: `"
                      + composite.alarmRule()
                      + "`",
                  "join the alarms by OR")));
    }
    if (quiet != Truth.FALSE) {
      return Optional.of(
          broken(
              composite,
              Fault.of(
                  "may be in ALARM before the event: `" + composite.alarmRule() + "`",
                  "let the rule ask for ALARM only")));
    }
    Reach onward = from(composite, new HashSet<>(passed));
    if (!onward.reaches()) {
      return Optional.of(onward);
    }
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(
        new Evidence(
            Link.ALARM,
            child.alarmName(),
            region,
            "fires for one event and raises composite alarm `" + composite.alarmName() + "`"));
    evidence.addAll(onward.evidence());
    return Optional.of(new Reach(List.of(), evidence, onward.notes()));
  }

  private static String nameOf(String nameOrArn) {
    String marker = ":alarm:";
    int at = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(marker) : -1;
    return at < 0 ? nameOrArn : nameOrArn.substring(at + marker.length());
  }

  private static Reach broken(CompositeAlarm composite, Fault problem) {
    return Reach.broken(List.of(problem.on(Link.ALARM, composite.alarmName())));
  }
}

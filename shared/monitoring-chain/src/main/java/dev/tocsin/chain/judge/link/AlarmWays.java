package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.judge.link.CompositeGraph.Composite;
import dev.tocsin.chain.language.AlarmRule;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.Settings;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Reach;
import dev.tocsin.filterpattern.condition.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From an alarm that fires to a person: by its own actions, or by those of a composite alarm that
 * it raises, directly or through another one.
 *
 * <p>A composite alarm is raised iff CloudWatch evaluates it and its rule holds when this alarm is
 * in ALARM, whatever the states of the others, and does not hold while all alarms are quiet. Where
 * it leads from there does not depend on the way to it, so each alarm is judged once.
 */
final class AlarmWays {
  private final String region;
  private final Alarms alarms;
  private final CompositeGraph graph;
  private final OwnActions actions;
  private final StuckAlarms stuck;
  private final Map<String, Reach> known = new HashMap<>();

  AlarmWays(
      String region, Alarms alarms, CompositeGraph graph, OwnActions actions, StuckAlarms stuck) {
    this.region = region;
    this.alarms = alarms;
    this.graph = graph;
    this.actions = actions;
    this.stuck = stuck;
  }

  /** The best way from an alarm that fires: the one with the fewest findings. */
  Reach from(Alarm alarm) {
    Reach reach = known.get(alarm.alarmName());
    if (reach == null) {
      // From the top down, so that what is above each of them is known when it is judged.
      graph
          .above(alarm)
          .forEach(
              composite -> known.computeIfAbsent(composite.name(), n -> best(composite.alarm())));
      reach = best(alarm);
      known.put(alarm.alarmName(), reach);
    }
    return reach;
  }

  private Reach best(Alarm alarm) {
    Reach own = actions.of(alarm);
    if (own.reaches()) {
      return own;
    }
    List<Reach> ways = new ArrayList<>();
    // An alarm without actions below a composite alarm is meant to speak through it.
    if (!alarm.alarmActions().isEmpty()) {
      ways.add(own);
    }
    graph.parents(alarm).forEach(composite -> ways.add(through(alarm, composite)));
    return ways.stream().min(Comparator.comparingInt(way -> way.findings().size())).orElse(own);
  }

  private Reach through(Alarm child, Composite composite) {
    Optional<Fault> stuckChild = stuck.fault(child);
    if (stuckChild.isPresent()) {
      return Reach.broken(List.of(stuckChild.get().on(Link.ALARM, child.alarmName())));
    }
    Optional<Fault> fault = notRaised(child, composite);
    if (fault.isPresent()) {
      return Reach.broken(List.of(fault.get().on(Link.ALARM, composite.name())));
    }
    return known
        .get(composite.name())
        .behind(
            new Evidence(
                Link.ALARM,
                child.alarmName(),
                region,
                "fires for one event and raises composite alarm `%s`".formatted(composite.name()),
                Settings.of(child)));
  }

  /** Why the child does not raise the composite alarm; empty iff it does. */
  private Optional<Fault> notRaised(Alarm child, Composite composite) {
    String text = composite.alarm().alarmRule();
    if (composite.rule().isEmpty()) {
      return Optional.of(
          Fault.cannotShow(
              "alarm `%s` raises it: its rule `%s` is not understood"
                  .formatted(child.alarmName(), text),
              "write the rule as ALARM(…) OR ALARM(…)"));
    }
    if (graph.isStopped(composite)) {
      return Optional.of(
          Fault.of(
              "is not evaluated: its rule leads to a cycle of composite alarms: `%s`"
                  .formatted(text),
              "break the cycle: let no composite alarm depend on itself"));
    }
    if (graph.doubt(composite).isPresent()) {
      return Optional.of(
          Fault.cannotShow(
              "it is evaluated: it depends on composite alarm `%s`, whose rule is not understood"
                  .formatted(graph.doubt(composite).orElseThrow().name()),
              "let its rule name no such alarm"));
    }
    AlarmRule rule = composite.rule().orElseThrow();
    Truth raised = rule.evaluate((state, name) -> inState(child, state, name));
    if (raised != Truth.TRUE) {
      return Optional.of(
          Fault.of(
              "alarm `%s` alone does not raise it: `%s`".formatted(child.alarmName(), text),
              "join the alarms by OR"));
    }
    Truth quiet =
        rule.evaluate((state, name) -> state.equals("ALARM") ? Truth.FALSE : Truth.UNKNOWN);
    return quiet == Truth.FALSE
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                "may be in ALARM before the event: `%s`".formatted(text),
                "let the rule ask for ALARM only"));
  }

  /** What is known of an alarm's state while the child is in ALARM. */
  private Truth inState(Alarm child, String state, String nameOrArn) {
    boolean isChild = alarms.named(nameOrArn).filter(child::equals).isPresent();
    if (!isChild) {
      return Truth.UNKNOWN;
    }
    return state.equals("ALARM") ? Truth.TRUE : Truth.FALSE;
  }
}

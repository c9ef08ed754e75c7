package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.judge.link.CompositeGraph.Composite;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * From an alarm that fires to a person: by its own actions, or by those of a composite alarm that
 * it raises, directly or through another one.
 *
 * <p>A composite alarm is raised iff CloudWatch evaluates it and its rule holds when this alarm is
 * in ALARM, and with it those that the same event is certain to bring there, whatever the states of
 * the others, and does not hold while all alarms are quiet. Where it leads from there does not
 * depend on the way to it, so each alarm is judged once for each company that it fires in.
 */
final class AlarmWays {
  private final String region;
  private final Alarms alarms;
  private final CompositeGraph graph;
  private final OwnActions actions;
  private final StuckAlarms stuck;
  private final Map<Way, Reach> known = new HashMap<>();

  /** An alarm by name, and what fires with it. */
  private record Way(String alarm, Together together) {}

  AlarmWays(
      String region, Alarms alarms, CompositeGraph graph, OwnActions actions, StuckAlarms stuck) {
    this.region = region;
    this.alarms = alarms;
    this.graph = graph;
    this.actions = actions;
    this.stuck = stuck;
  }

  /**
   * The best way from an alarm that fires: the one with the fewest findings.
   *
   * @param together the alarms that fire for the same event
   */
  Reach from(Alarm alarm, Together together) {
    Way way = new Way(alarm.alarmName(), together);
    Reach reach = known.get(way);
    if (reach == null) {
      // From the top down, so that what is above each of them is known when it is judged.
      graph
          .above(alarm)
          .forEach(
              composite ->
                  known.computeIfAbsent(
                      new Way(composite.name(), Together.NONE),
                      any -> best(composite.alarm(), Together.NONE)));
      reach = best(alarm, together);
      known.put(way, reach);
    }
    return reach;
  }

  private Reach best(Alarm alarm, Together together) {
    Reach own = actions.of(alarm);
    if (own.reaches()) {
      return own;
    }
    List<Reach> ways = new ArrayList<>();
    // An alarm without actions below a composite alarm is meant to speak through it.
    if (!alarm.alarmActions().isEmpty()) {
      ways.add(own);
    }
    graph.parents(alarm).forEach(composite -> ways.add(through(alarm, together, composite)));
    return ways.stream().min(Comparator.comparingInt(way -> way.findings().size())).orElse(own);
  }

  private Reach through(Alarm child, Together together, Composite composite) {
    Optional<Fault> stuckChild = stuck.fault(child);
    if (stuckChild.isPresent()) {
      return Reach.broken(List.of(stuckChild.get().on(Link.ALARM, child.alarmName())));
    }
    Optional<Fault> fault = notRaised(child, together, composite);
    if (fault.isPresent()) {
      return Reach.broken(List.of(fault.get().on(Link.ALARM, composite.name())));
    }
    return known
        .get(new Way(composite.name(), Together.NONE))
        .behind(
            new Evidence(
                Link.ALARM,
                child.alarmName(),
                region,
                "fires for one event and raises composite alarm `%s`%s"
                    .formatted(composite.name(), besides(child, together, composite)),
                Settings.of(child)));
  }

  /** The alarms that have to fire with the child, in words; empty iff it is enough alone. */
  private String besides(Alarm child, Together together, Composite composite) {
    if (raised(composite, child, any -> false) == Truth.TRUE) {
      return "";
    }
    return composite.children().stream()
        .filter(together.certain()::contains)
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", ", " together with ", ""));
  }

  /** Why the child does not raise the composite alarm; empty iff it does. */
  private Optional<Fault> notRaised(Alarm child, Together together, Composite composite) {
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
    if (raised(composite, child, together.certain()::contains) != Truth.TRUE) {
      boolean possible = raised(composite, child, together::mayContain) == Truth.TRUE;
      return Optional.of(
          possible
              ? Fault.cannotShow(
                  "the alarms of its rule are in ALARM at one time, although one event raises each: `%s`"
                      .formatted(text),
                  "join the alarms by OR")
              : Fault.of(
                  "alarm `%s` alone does not raise it: `%s`".formatted(child.alarmName(), text),
                  "join the alarms by OR"));
    }
    Truth quiet =
        composite
            .rule()
            .orElseThrow()
            .evaluate((state, name) -> state.equals("ALARM") ? Truth.FALSE : Truth.UNKNOWN);
    return quiet == Truth.FALSE
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                "may be in ALARM before the event: `%s`".formatted(text),
                "let the rule ask for ALARM only"));
  }

  /** Whether the rule holds while the child and those with it are in ALARM. */
  private Truth raised(Composite composite, Alarm child, Predicate<String> withIt) {
    return composite
        .rule()
        .orElseThrow()
        .evaluate(
            (state, nameOrArn) ->
                alarms
                    .named(nameOrArn)
                    .filter(alarm -> alarm.equals(child) || isWithIt(alarm, withIt))
                    .map(alarm -> state.equals("ALARM") ? Truth.TRUE : Truth.FALSE)
                    .orElse(Truth.UNKNOWN));
  }

  /** True iff it is among them and nothing keeps it from changing to ALARM. */
  private boolean isWithIt(Alarm alarm, Predicate<String> withIt) {
    return withIt.test(alarm.alarmName()) && stuck.fault(alarm).isEmpty();
  }
}

package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.language.AlarmRule;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.CompositeAlarm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which composite alarms of a Region name which alarms in their rules.
 *
 * <p>CloudWatch stops evaluating composite alarms where it finds a cycle in the evaluation path
 * (API reference of {@code PutCompositeAlarm}), so what is on a cycle or depends on one has no
 * place in the order. Cost: each rule is read once; the rest is linear in the alarms that rules
 * name.
 */
final class CompositeGraph {

  /**
   * A composite alarm with its rule.
   *
   * @param rule empty iff it is not understood
   * @param children names of the alarms of the Region that it speaks of
   */
  record Composite(CompositeAlarm alarm, Optional<AlarmRule> rule, Set<String> children) {
    String name() {
      return alarm.alarmName();
    }
  }

  private final Map<String, List<Composite>> parents = new HashMap<>();
  private final List<Composite> notUnderstood = new ArrayList<>();
  private final Map<String, Integer> places;
  private final List<Composite> ordered;
  private final Map<String, Composite> doubts = new HashMap<>();

  CompositeGraph(Collection<CompositeAlarm> composites, Alarms alarms) {
    List<Composite> all =
        composites.stream()
            .sorted(Comparator.comparing(CompositeAlarm::alarmName))
            .map(alarm -> read(alarm, alarms))
            .toList();
    for (Composite composite : all) {
      if (composite.rule().isEmpty()) {
        notUnderstood.add(composite);
      }
      composite
          .children()
          .forEach(child -> parents.computeIfAbsent(child, c -> new ArrayList<>()).add(composite));
    }
    ordered = childrenFirst(all);
    places = new HashMap<>();
    for (Composite composite : ordered) {
      places.put(composite.name(), places.size());
      if (composite.rule().isEmpty()) {
        doubts.put(composite.name(), composite);
      }
      composite.children().stream()
          .filter(doubts::containsKey)
          .findFirst()
          .ifPresent(child -> doubts.put(composite.name(), doubts.get(child)));
    }
  }

  private static Composite read(CompositeAlarm alarm, Alarms alarms) {
    Optional<AlarmRule> rule = AlarmRule.parse(alarm.alarmRule());
    Set<String> children = new LinkedHashSet<>();
    rule.ifPresent(
        read ->
            read.alarms().stream()
                .flatMap(name -> alarms.named(name).stream())
                .forEach(child -> children.add(child.alarmName())));
    return new Composite(alarm, rule, children);
  }

  /** Those that need no composite alarm outside the list; what is left over hangs on a cycle. */
  private List<Composite> childrenFirst(List<Composite> all) {
    Set<String> names = all.stream().map(Composite::name).collect(Collectors.toSet());
    Map<String, Integer> waiting = new HashMap<>();
    Deque<Composite> ready = new ArrayDeque<>();
    for (Composite composite : all) {
      int needed = (int) composite.children().stream().filter(names::contains).count();
      waiting.put(composite.name(), needed);
      if (needed == 0) {
        ready.add(composite);
      }
    }
    List<Composite> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      Composite next = ready.remove();
      order.add(next);
      for (Composite parent : parents.getOrDefault(next.name(), List.of())) {
        if (waiting.merge(parent.name(), -1, Integer::sum) == 0) {
          ready.add(parent);
        }
      }
    }
    return order;
  }

  /** The composite alarms that CloudWatch evaluates, each after those that it speaks of. */
  List<Composite> ordered() {
    return ordered;
  }

  /** True iff the composite alarm is on a cycle or depends on one. */
  boolean isStopped(Composite composite) {
    return !places.containsKey(composite.name());
  }

  /**
   * A composite alarm on which this one depends and whose rule is not understood, so that it may
   * lead back here; empty iff there is none.
   */
  Optional<Composite> doubt(Composite composite) {
    return Optional.ofNullable(doubts.get(composite.name()));
  }

  /**
   * The composite alarms that speak of an alarm, by name; a rule that is not understood speaks of
   * every alarm whose name stands in it.
   */
  List<Composite> parents(Alarm child) {
    return Stream.concat(
            parents.getOrDefault(child.alarmName(), List.of()).stream(),
            notUnderstood.stream()
                .filter(one -> one.alarm().alarmRule().contains(child.alarmName())))
        .sorted(Comparator.comparing(Composite::name))
        .toList();
  }

  /**
   * The composite alarms above an alarm that CloudWatch evaluates, each before those that it speaks
   * of.
   */
  List<Composite> above(Alarm alarm) {
    Map<String, Composite> found = new HashMap<>();
    Deque<Alarm> open = new ArrayDeque<>(List.of(alarm));
    while (!open.isEmpty()) {
      for (Composite parent : parents(open.remove())) {
        if (!isStopped(parent) && found.putIfAbsent(parent.name(), parent) == null) {
          open.add(parent.alarm());
        }
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing((Composite one) -> places.get(one.name())).reversed())
        .toList();
  }
}

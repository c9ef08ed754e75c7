package dev.tocsin.backtest.tally;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Events of one kind: how many, on which days, who stands behind them, the first of them. */
public final class Group {

  private static final int EXAMPLES = 3;
  private static final int SHOWN = 5;
  private static final long DAY = 86_400;

  private long events;
  private final TreeMap<Long, Long> byDay = new TreeMap<>();
  private final Heavy principals = new Heavy();
  private final Heavy addresses = new Heavy();
  private final Heavy agents = new Heavy();
  private final Heavy names = new Heavy();
  private final TreeSet<Example> examples =
      new TreeSet<>(
          Comparator.comparing(Example::eventTime)
              .thenComparing(Example::eventId)
              .thenComparing(Example::eventName)
              .thenComparing(Example::principal));

  /** An event by which to look up the record. */
  public record Example(String eventId, String eventTime, String eventName, String principal) {}

  /**
   * The group, counted.
   *
   * @param byDay days since 1970 with the events of each, in order; events without a time are on
   *     none
   * @param countsLow by how much a count of a value may be too low, 0 iff all are exact
   * @param examples the first in time
   */
  public record Counted(
      long events,
      TreeMap<Long, Long> byDay,
      List<Heavy.Count> eventNames,
      List<Heavy.Count> principals,
      List<Heavy.Count> addresses,
      List<Heavy.Count> agents,
      long countsLow,
      List<Example> examples) {}

  /** Counts an event. */
  public void add(Happening event) {
    events++;
    event.second().ifPresent(at -> byDay.merge(Math.floorDiv(at, DAY), 1L, Long::sum));
    names.add(event.eventName());
    principals.add(event.principal());
    addresses.add(event.address());
    agents.add(event.agent());
    keep(new Example(event.eventId(), event.eventTime(), event.eventName(), event.principal()));
  }

  /** Counts what another has counted. */
  public void addAll(Group other) {
    events += other.events;
    other.byDay.forEach((day, count) -> byDay.merge(day, count, Long::sum));
    names.addAll(other.names);
    principals.addAll(other.principals);
    addresses.addAll(other.addresses);
    agents.addAll(other.agents);
    other.examples.forEach(this::keep);
  }

  /** What it has counted so far. */
  public Counted counted() {
    long low =
        Math.max(
            Math.max(names.error(), principals.error()),
            Math.max(addresses.error(), agents.error()));
    return new Counted(
        events,
        new TreeMap<>(byDay),
        names.top(SHOWN),
        principals.top(SHOWN),
        addresses.top(SHOWN),
        agents.top(SHOWN),
        low,
        List.copyOf(examples));
  }

  private void keep(Example example) {
    examples.add(example);
    if (examples.size() > EXAMPLES) {
      examples.pollLast();
    }
  }
}

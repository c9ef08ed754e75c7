package dev.tocsin.backtest.tally;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many events fell into each period of an alarm, and what state that puts it in, periods
 * without data taken for quiet ones. CloudWatch may hold ALARM a few periods longer, since it does
 * not say how far it looks back: it then rings less often than is said here, never more often.
 *
 * <p>Cost: an entry for each period that holds an event, so at most those of the time covered.
 */
public final class Moments {
  private final AlarmTiming timing;
  private final TreeMap<Long, Long> periods = new TreeMap<>();

  /** For an alarm of that timing. */
  public Moments(AlarmTiming timing) {
    this.timing = timing;
  }

  /**
   * What the alarm did.
   *
   * @param rings how often it changed to ALARM, which is when it tells
   * @param seconds how long it was in ALARM
   * @param ringsByDay days since 1970, in order, with the times it changed to ALARM on each
   */
  public record State(long rings, long seconds, TreeMap<Long, Long> ringsByDay) {}

  /** Counts an event of that second since 1970. */
  public void add(long second) {
    periods.merge(Math.floorDiv(second, timing.period()), 1L, Long::sum);
  }

  /** Counts what another of the same timing has counted. */
  public void addAll(Moments other) {
    other.periods.forEach((period, events) -> periods.merge(period, events, Long::sum));
  }

  /** What the alarm did, from the first event to when the last one had passed. */
  public State state() {
    TreeMap<Long, Integer> changes = new TreeMap<>();
    periods.forEach(
        (period, events) -> {
          if (events >= timing.events()) {
            changes.merge(period, 1, Integer::sum);
            changes.merge(period + timing.periods(), -1, Integer::sum);
          }
        });
    TreeMap<Long, Long> ringsByDay = new TreeMap<>();
    long rings = 0;
    long inAlarm = 0;
    long since = 0;
    int breaching = 0;
    for (Map.Entry<Long, Integer> change : changes.entrySet()) {
      boolean before = breaching >= timing.datapoints();
      breaching += change.getValue();
      boolean after = breaching >= timing.datapoints();
      if (after && !before) {
        rings++;
        since = change.getKey();
        ringsByDay.merge(Math.floorDiv(since * timing.period(), 86_400L), 1L, Long::sum);
      } else if (before && !after) {
        inAlarm += change.getKey() - since;
      }
    }
    return new State(rings, inAlarm * timing.period(), ringsByDay);
  }
}

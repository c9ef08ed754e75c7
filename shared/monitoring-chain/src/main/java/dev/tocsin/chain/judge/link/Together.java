package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.alarm.Overlap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The other alarms that fire for the event for which an alarm fires, because they read the metric
 * to which the same filter publishes it.
 *
 * @param certain names of those that are in ALARM at a moment at which it is
 * @param possible names of those of which that cannot be shown
 */
record Together(Set<String> certain, Set<String> possible) {
  /** Of an alarm of whose company nothing is known. */
  static final Together NONE = new Together(Set.of(), Set.of());

  /**
   * The company of an alarm.
   *
   * @param readings all that read the filter's metrics, {@code own} among them
   */
  static Together with(MetricJudge.Reading own, List<MetricJudge.Reading> readings) {
    Set<String> certain = new TreeSet<>();
    Set<String> possible = new TreeSet<>();
    for (MetricJudge.Reading other : readings) {
      if (own.fires()
          && other.fires()
          && other.metric().equals(own.metric())
          && !other.alarm().equals(own.alarm())) {
        Set<String> names = Overlap.isCertain(own.alarm(), other.alarm()) ? certain : possible;
        names.add(other.alarm().alarmName());
      }
    }
    return new Together(certain, possible);
  }

  boolean mayContain(String alarm) {
    return certain.contains(alarm) || possible.contains(alarm);
  }
}

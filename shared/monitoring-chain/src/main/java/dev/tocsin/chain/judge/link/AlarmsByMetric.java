package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.alarm.Input;
import dev.tocsin.chain.alarm.MetricAlarmJudge;
import dev.tocsin.chain.model.MetricAlarm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The metric alarms of a Region by the metrics they read, so that a filter is put to the few alarms
 * that may read it and not to all.
 */
final class AlarmsByMetric {

  /** An alarm and what it reads by name. */
  record Reader(MetricAlarm alarm, List<Input> inputs) {}

  private final List<Reader> readers;
  private final Map<String, List<Integer>> reading = new HashMap<>();
  private final List<Integer> querying = new ArrayList<>();

  AlarmsByMetric(List<MetricAlarm> alarms) {
    readers =
        alarms.stream()
            .sorted(Comparator.comparing(MetricAlarm::alarmName))
            .map(alarm -> new Reader(alarm, Input.of(alarm)))
            .toList();
    for (int i = 0; i < readers.size(); i++) {
      int position = i;
      readers.get(i).inputs().stream()
          .map(input -> input.metric().name())
          .distinct()
          .forEach(name -> reading.computeIfAbsent(name, any -> new ArrayList<>()).add(position));
      if (MetricAlarmJudge.mentions(readers.get(i).alarm(), "")) {
        querying.add(i);
      }
    }
  }

  /** All alarms, in the order of their names. */
  List<Reader> all() {
    return readers;
  }

  /** Those that read a metric of this name, or have it in a query, in the order of their names. */
  List<Reader> naming(String metric) {
    TreeSet<Integer> found = new TreeSet<>(reading.getOrDefault(metric, List.of()));
    querying.stream()
        .filter(position -> MetricAlarmJudge.mentions(readers.get(position).alarm(), metric))
        .forEach(found::add);
    return found.stream().map(readers::get).toList();
  }
}

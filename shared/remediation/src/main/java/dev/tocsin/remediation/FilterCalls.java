package dev.tocsin.remediation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.remedy.OwnNames;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.verdict.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A metric filter of a control's own on the judged log group, with an alarm of its own. */
final class FilterCalls {

  private final AlarmCalls alarms;

  FilterCalls(AlarmCalls alarms) {
    this.alarms = alarms;
  }

  /**
   * With filter and alarm; what is there already is not made again.
   *
   * @param pattern the published pattern
   * @throws ByHand if somebody else's thing bears the name
   */
  Draft added(Draft draft, JudgedChain chain, String control, String title, String pattern)
      throws ByHand {
    String name = OwnNames.PREFIX + control;
    Evidence group =
        chain
            .logGroup()
            .orElseThrow(
                () -> new ByHand("the log group of the trail cannot be judged: " + fixes(chain)));
    String region = group.region();
    Optional<RegionMonitoring> read = draft.account().in(region);
    refuseOtherKinds(read, name);
    Optional<MetricFilter> existing =
        read.stream()
            .flatMap(one -> one.metricFilters().stream())
            .filter(one -> one.filterName().equals(name))
            .filter(one -> one.logGroupName().equals(group.subject()))
            .findFirst();
    if (existing.filter(one -> !Ours.made(one)).isPresent()) {
      throw new ByHand(
          "metric filter `%s` on `%s` feeds another namespace than ours, so somebody else made it: rename it"
              .formatted(name, group.subject()));
    }
    PlannedCall put = put(region, group.subject(), control, pattern, existing);
    Draft filtered = Effects.show(put, draft.account()) ? draft : draft.with(put);
    return alarms.own(filtered, region, control, title);
  }

  private static void refuseOtherKinds(Optional<RegionMonitoring> read, String name) throws ByHand {
    Optional<Alarm> other =
        read.stream()
            .flatMap(
                one ->
                    Stream.<List<? extends Alarm>>of(one.compositeAlarms(), one.logAlarms())
                        .<Alarm>flatMap(List::stream))
            .filter(alarm -> alarm.alarmName().equals(name))
            .findFirst();
    if (other.isPresent()) {
      throw new ByHand(
          "%s `%s` bears the name of an alarm that is to be made: rename it"
              .formatted(other.get().kind(), name));
    }
  }

  private static PlannedCall put(
      String region, String group, String control, String pattern, Optional<MetricFilter> before) {
    Map<String, String> values = Map.of("control", control, "logGroup", group, "pattern", pattern);
    ObjectNode made =
        CallTemplates.call("PutMetricFilter", region, "", values, List.of(), List.of())
            .parameters();
    String name = OwnNames.PREFIX + control;
    return CallTemplates.call(
        "PutMetricFilter",
        region,
        "no working filter sees every event of `" + control + "`",
        values,
        List.of(Checks.done(Checks.filter(group, name), made)),
        List.of(
            Checks.changed(
                Checks.filter(group, name),
                asRead(before),
                "metric filter `%s` on `%s` is another".formatted(name, group))));
  }

  private static Object asRead(Optional<MetricFilter> before) {
    if (before.isEmpty()) {
      return Checks.NOTHING;
    }
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("filterPattern", before.get().filterPattern());
    read.put(
        "metricTransformations",
        before.get().metricTransformations().stream()
            .map(
                one ->
                    Map.of(
                        "metricName", one.metricName(), "metricNamespace", one.metricNamespace()))
            .toList());
    return read;
  }

  private static String fixes(JudgedChain chain) {
    return chain.verdict().findings().get(0).fix();
  }
}

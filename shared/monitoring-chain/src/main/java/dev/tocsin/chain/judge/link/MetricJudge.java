package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.alarm.Input;
import dev.tocsin.chain.alarm.MetricAlarmJudge;
import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.alarm.Response;
import dev.tocsin.chain.model.MetricAlarm;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.MetricFilter.MetricTransformation;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * From a metric filter over its metrics to the alarms that read them: same Region, same namespace
 * and name, same dimensions, and a value above zero.
 */
final class MetricJudge {
  private final TrailPath.Group group;
  private final String account;
  private final MetricTraffic traffic;
  private final int events;
  private final List<MetricAlarm> alarms;

  MetricJudge(TrailPath.Group group, String account, MetricTraffic traffic, int events) {
    this.group = group;
    this.account = account;
    this.traffic = traffic;
    this.events = events;
    this.alarms =
        group.monitoring().metricAlarms().stream()
            .sorted(Comparator.comparing(MetricAlarm::alarmName))
            .toList();
  }

  /**
   * An alarm that reads what a filter publishes.
   *
   * @param narrowing what an event must hold, beside matching, to be seen by the alarm: values of
   *     fields that make the metric's dimensions
   */
  record Reading(
      MetricAlarm alarm, MetricId metric, Map<String, String> narrowing, Response answer) {}

  /** What was found; no readings iff there are findings. */
  record Readers(List<Reading> readings, List<Finding> findings) {}

  Readers judge(MetricFilter filter) {
    List<Reading> readings = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (MetricTransformation published : filter.metricTransformations()) {
      String metric = published.metricNamespace() + "/" + published.metricName();
      Optional<Fault> problem = valueProblem(published);
      if (problem.isPresent()) {
        findings.add(problem.get().on(Link.METRIC, metric));
        continue;
      }
      List<Reading> ofMetric = readings(filter, published);
      readings.addAll(ofMetric);
      if (ofMetric.isEmpty()) {
        findings.add(noAlarm(filter, published).on(Link.METRIC, metric));
      }
    }
    if (filter.metricTransformations().isEmpty()) {
      findings.add(
          Fault.of("publishes no metric", "add a metric transformation with value 1")
              .on(Link.METRIC_FILTER, filter.filterName()));
    }
    return new Readers(readings, readings.isEmpty() ? findings : List.of());
  }

  private static Optional<Fault> valueProblem(MetricTransformation published) {
    OptionalDouble value = MetricTraffic.value(published);
    if (value.isEmpty()) {
      return Optional.of(
          Fault.cannotShow(
              "an event counts: it publishes `"
                  + published.metricValue()
                  + "`, which an event may lack or have as 0",
              "set the metric value to 1"));
    }
    if (value.getAsDouble() <= 0) {
      return Optional.of(
          Fault.of(
              "an event counts for nothing: it publishes `" + published.metricValue() + "`",
              "set the metric value to 1"));
    }
    return Optional.empty();
  }

  private List<Reading> readings(MetricFilter filter, MetricTransformation published) {
    List<Reading> readings = new ArrayList<>();
    double signal = MetricTraffic.value(published).orElseThrow();
    for (MetricAlarm alarm : alarms) {
      Set<MetricId> seen = new HashSet<>();
      for (Input input : Input.of(alarm)) {
        MetricId metric = input.metric();
        if (reads(input, published) && seen.add(metric)) {
          narrowing(filter, published, metric)
              .ifPresent(
                  narrowing ->
                      readings.add(
                          new Reading(
                              alarm,
                              metric,
                              narrowing,
                              MetricAlarmJudge.judge(
                                  alarm,
                                  metric,
                                  published.unit(),
                                  id -> traffic.of(id, signal, filter),
                                  events))));
        }
      }
      if (seen.isEmpty() && MetricAlarmJudge.mentions(alarm, published.metricName())) {
        readings.add(
            new Reading(
                alarm,
                new MetricId(published.metricNamespace(), published.metricName(), Map.of()),
                Map.of(),
                MetricAlarmJudge.undecidedQuery(alarm)));
      }
    }
    return readings;
  }

  private boolean reads(Input input, MetricTransformation published) {
    return input.account().map(account::equals).orElse(true)
        && input.metric().namespace().equals(published.metricNamespace())
        && input.metric().name().equals(published.metricName());
  }

  /** Empty iff the alarm's dimensions are not those of the samples. */
  private Optional<Map<String, String>> narrowing(
      MetricFilter filter, MetricTransformation published, MetricId metric) {
    Map<String, String> narrowing = new TreeMap<>();
    Set<String> expected = new HashSet<>(published.dimensions().keySet());
    expected.addAll(filter.emitSystemFieldDimensions());
    if (!metric.dimensions().keySet().equals(expected)) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> dimension : metric.dimensions().entrySet()) {
      String field = published.dimensions().get(dimension.getKey());
      if (field != null) {
        narrowing.put(field, dimension.getValue());
      } else if (!dimension.getKey().equals("@aws.account")
          || !dimension.getValue().equals(account)) {
        return Optional.empty();
      }
    }
    return Optional.of(narrowing);
  }

  private Fault noAlarm(MetricFilter filter, MetricTransformation published) {
    List<String> dimensions = new ArrayList<>(published.dimensions().keySet());
    dimensions.addAll(filter.emitSystemFieldDimensions());
    for (MetricAlarm alarm : alarms) {
      for (Input input : Input.of(alarm)) {
        if (reads(input, published)) {
          return Fault.of(
              "alarm `"
                  + alarm.alarmName()
                  + "` reads "
                  + dimensions(input.metric().dimensions().keySet().stream().sorted().toList())
                  + ", the filter publishes "
                  + dimensions(dimensions.stream().sorted().toList()),
              dimensions.isEmpty()
                  ? "take the dimensions out of the alarm"
                  : "take the dimensions out of the filter");
        }
      }
    }
    String fix = "put an alarm on " + published.metricNamespace() + "/" + published.metricName();
    return alarms.stream()
        .flatMap(
            alarm ->
                Input.of(alarm).stream()
                    .filter(input -> input.metric().name().equalsIgnoreCase(published.metricName()))
                    .map(
                        input ->
                            Fault.of(
                                "no alarm in "
                                    + group.region()
                                    + " reads it; alarm `"
                                    + alarm.alarmName()
                                    + "` reads `"
                                    + input.metric().words()
                                    + "`",
                                "let the alarm read `"
                                    + published.metricNamespace()
                                    + "/"
                                    + published.metricName()
                                    + "`")))
        .findFirst()
        .orElseGet(() -> Fault.of("no alarm in " + group.region() + " reads it", fix));
  }

  private static String dimensions(List<String> names) {
    return names.isEmpty() ? "no dimensions" : "dimensions `" + String.join("`, `", names) + "`";
  }
}

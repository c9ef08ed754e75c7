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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From a metric filter over its metrics to the alarms that read them: same Region, same namespace
 * and name, same dimensions, and a value above zero.
 */
final class MetricJudge {
  private static final String ACCOUNT = "@aws.account";

  private final TrailPath.Group group;
  private final String account;
  private final Set<String> accounts;
  private final MetricTraffic traffic;
  private final int events;
  private final AlarmsByMetric alarms;

  MetricJudge(
      TrailPath.Group group,
      String account,
      Set<String> accounts,
      MetricTraffic traffic,
      int events) {
    this.group = group;
    this.account = account;
    this.accounts = accounts;
    this.traffic = traffic;
    this.events = events;
    this.alarms = new AlarmsByMetric(group.monitoring().metricAlarms());
  }

  /**
   * An alarm that reads what a filter publishes.
   *
   * @param narrowing what an event must hold, beside matching, to be seen by the alarm: values of
   *     fields that make the metric's dimensions
   */
  record Reading(
      MetricAlarm alarm, MetricId metric, Map<String, String> narrowing, Response answer) {

    boolean fires() {
      return answer instanceof Response.Fires;
    }
  }

  /** What was found; no readings iff there are findings. */
  record Readers(List<Reading> readings, List<Finding> findings) {}

  Readers judge(MetricFilter filter) {
    List<Reading> readings = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (MetricTransformation published : filter.metricTransformations()) {
      String metric = words(published);
      OptionalDouble value = MetricTraffic.value(published);
      if (value.isEmpty()) {
        findings.add(unknownValue(published).on(Link.METRIC, metric));
        continue;
      }
      List<Reading> ofMetric = readings(filter, published, value.getAsDouble());
      if (value.getAsDouble() <= 0 && ofMetric.stream().noneMatch(Reading::fires)) {
        findings.add(noValue(published).on(Link.METRIC, metric));
        continue;
      }
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

  private static Fault unknownValue(MetricTransformation published) {
    return Fault.cannotShow(
        "an event counts: it publishes `%s`, which an event may lack or have as 0"
            .formatted(published.metricValue()),
        "set the metric value to 1");
  }

  private static Fault noValue(MetricTransformation published) {
    return Fault.of(
        "an event counts for nothing: it publishes `%s`".formatted(published.metricValue()),
        "set the metric value to 1");
  }

  private List<Reading> readings(
      MetricFilter filter, MetricTransformation published, double signal) {
    List<Reading> readings = new ArrayList<>();
    for (AlarmsByMetric.Reader reader : alarms.naming(published.metricName())) {
      MetricAlarm alarm = reader.alarm();
      Set<MetricId> seen = new HashSet<>();
      for (Input input : reader.inputs()) {
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
                                  (id, unit) -> traffic.of(id, unit, signal, filter),
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
      } else if (!dimension.getKey().equals(ACCOUNT)
          || !accounts.equals(Set.of(dimension.getValue()))) {
        return Optional.empty();
      }
    }
    return Optional.of(narrowing);
  }

  private Fault noAlarm(MetricFilter filter, MetricTransformation published) {
    List<String> dimensions = new ArrayList<>(published.dimensions().keySet());
    dimensions.addAll(filter.emitSystemFieldDimensions());
    for (AlarmsByMetric.Reader reader : alarms.naming(published.metricName())) {
      for (Input input : reader.inputs()) {
        if (reads(input, published)
            && input.metric().dimensions().keySet().equals(Set.copyOf(dimensions))) {
          return otherValue(reader.alarm(), input.metric().dimensions());
        }
        if (reads(input, published)) {
          return Fault.of(
              "alarm `%s` reads %s, the filter publishes %s"
                  .formatted(
                      reader.alarm().alarmName(),
                      dimensions(input.metric().dimensions().keySet().stream().sorted().toList()),
                      dimensions(dimensions.stream().sorted().toList())),
              dimensions.isEmpty()
                  ? "take the dimensions out of the alarm"
                  : "take the dimensions out of the filter");
        }
      }
    }
    return alarms.all().stream()
        .flatMap(
            reader ->
                reader.inputs().stream()
                    .map(input -> nearly(reader.alarm(), input, published, filter)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(
            () ->
                Fault.of(
                    "no alarm in %s reads it".formatted(group.region()),
                    "put an alarm on " + words(published)));
  }

  /** The fault of an alarm on dimensions of the right names. */
  private Fault otherValue(MetricAlarm alarm, Map<String, String> read) {
    String named = read.getOrDefault(ACCOUNT, "");
    if (read.containsKey(ACCOUNT) && !accounts.contains(named)) {
      return Fault.of(
          "alarm `%s` reads what account `%s` publishes, and the events come from `%s`"
              .formatted(alarm.alarmName(), named, String.join("` or `", new TreeSet<>(accounts))),
          "take the dimensions out of the filter and the alarm");
    }
    return Fault.cannotShow(
        "alarm `%s` sees the events: it reads one value of `%s`, and which one an event is published with is not known"
            .formatted(alarm.alarmName(), String.join("`, `", new TreeSet<>(read.keySet()))),
        "take the dimensions out of the filter and the alarm");
  }

  /** The fault of an alarm on a metric of nearly that name, or of the filter's own. */
  private Optional<Fault> nearly(
      MetricAlarm alarm, Input input, MetricTransformation published, MetricFilter filter) {
    String read = input.metric().name();
    boolean named =
        published.metricNamespace().equals(input.metric().namespace())
            && filter.filterName().equalsIgnoreCase(read);
    if (!named && !published.metricName().equalsIgnoreCase(read)) {
      return Optional.empty();
    }
    String whose = input.account().map(other -> " of account `" + other + "`").orElse("");
    String own = input.account().map(other -> " of account `" + account + "`").orElse("");
    return Optional.of(
        Fault.of(
            "no alarm in %s reads it; alarm `%s` reads `%s`%s"
                .formatted(group.region(), alarm.alarmName(), input.metric().words(), whose),
            "let the alarm read `%s`%s".formatted(words(published), own)));
  }

  private static String words(MetricTransformation published) {
    return published.metricNamespace() + "/" + published.metricName();
  }

  private static String dimensions(List<String> names) {
    return names.isEmpty() ? "no dimensions" : "dimensions `" + String.join("`, `", names) + "`";
  }
}

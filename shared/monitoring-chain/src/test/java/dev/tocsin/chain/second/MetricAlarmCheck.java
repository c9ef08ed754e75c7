package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A metric alarm on one metric, or on the sum or maximum of several. */
final class MetricAlarmCheck {
  private final JsonNode alarm;
  private final Set<JsonNode> queries = new LinkedHashSet<>();
  private final JsonNode region;
  private final Terms terms;

  MetricAlarmCheck(JsonNode alarm, JsonNode region, Terms terms) {
    this.alarm = alarm;
    // A thing that is listed twice, alike, is there once.
    alarm.path("Metrics").forEach(queries::add);
    this.region = region;
    this.terms = terms;
  }

  boolean firesFor(JsonNode filter, String watcher) {
    List<Metric> metrics = metrics(watcher);
    for (JsonNode published : filter.path("metricTransformations")) {
      boolean read = metrics.stream().anyMatch(metric -> metric.isWhole(filter, published));
      if (read && Samples.isNumber(published) && fires(metrics, filter, published)) {
        return true;
      }
    }
    return false;
  }

  /** What the alarm reads; empty iff that is not understood. */
  private List<Metric> metrics(String watcher) {
    for (String member :
        List.of(
            "EvaluationState", "ThresholdMetricId", "EvaluationCriteria", "EvaluationInterval")) {
      if (alarm.hasNonNull(member)) {
        return List.of();
      }
    }
    boolean plain = alarm.hasNonNull("MetricName");
    boolean statistic = alarm.hasNonNull("Statistic");
    boolean math = !queries.isEmpty();
    if (plain && !math && statistic && !alarm.hasNonNull("ExtendedStatistic")) {
      return List.of(
          Metric.of("m", alarm, alarm.path("Statistic"), alarm.path("Period"), alarm.path("Unit")));
    }
    if (plain || !math || statistic || alarm.hasNonNull("ExtendedStatistic")) {
      return List.of();
    }
    for (String member : List.of("Period", "Unit")) {
      if (alarm.hasNonNull(member)) {
        return List.of();
      }
    }
    List<Metric> metrics = new ArrayList<>();
    for (JsonNode query : queries) {
      JsonNode stat = query.path("MetricStat");
      if (!query.path("AccountId").asText(watcher).equals(watcher)) {
        return List.of();
      }
      if (!stat.isMissingNode() && !stat.isNull()) {
        metrics.add(
            Metric.of(
                query.path("Id").asText(),
                stat.path("Metric"),
                stat.path("Stat"),
                stat.path("Period"),
                stat.path("Unit")));
      }
    }
    return metrics;
  }

  private boolean fires(List<Metric> metrics, JsonNode filter, JsonNode published) {
    int period = metrics.get(0).period();
    List<List<Double>> event = new ArrayList<>();
    List<List<Double>> quiet = new ArrayList<>();
    for (Metric metric : metrics) {
      Samples samples = new Samples(region, metric, filter, terms);
      String unit = published.path("unit").asText("None");
      if (!samples.fed
          || samples.units.size() != 1
          || metric.period() != period
          || !(metric.unit().isEmpty() || metric.unit().equals(unit))
          || !metric.statistic().matches("Sum|SampleCount|Minimum|Maximum|Average|p[1-9]\\d?")) {
        return false;
      }
      boolean own = metric.isWhole(filter, published);
      List<Double> signals =
          Collections.nCopies(terms.events(), published.path("metricValue").asDouble());
      event.add(values(metric, samples.beside(own ? signals : List.of())));
      quiet.add(values(metric, samples.quiet()));
      if (event.get(event.size() - 1).contains(Double.NaN)
          || quiet.get(quiet.size() - 1).contains(Double.NaN)) {
        return false;
      }
    }
    Expression watched = new Expression(queries, metrics, period);
    List<Double> between = watched.all(quiet);
    return watched.isUnderstood() && isInTime(between, period) && tells(watched, event, between);
  }

  private boolean tells(Expression watched, List<List<Double>> event, List<Double> between) {
    return new Simulation(
            alarm,
            alarm.path("EvaluationPeriods"),
            alarm.path("DatapointsToAlarm"),
            watched.period())
        .tellsOf(watched.all(event), between);
  }

  /** Newer data points must not hide the event's, and nobody waits for the end of a day. */
  private boolean isInTime(List<Double> between, int period) {
    long span = (long) period * alarm.path("EvaluationPeriods").asLong(0);
    boolean data = between.stream().anyMatch(value -> value != null);
    boolean byTheClock =
        !alarm.path("EvaluationWindow").path("WallClockWindow").isMissingNode() && period > 3_600;
    return !(data && span < 300) && !byTheClock;
  }

  private static List<Double> values(Metric metric, List<List<Double>> samples) {
    Set<Double> values = new HashSet<>();
    samples.forEach(one -> values.add(Statistics.of(metric.statistic(), one)));
    return new ArrayList<>(values);
  }
}

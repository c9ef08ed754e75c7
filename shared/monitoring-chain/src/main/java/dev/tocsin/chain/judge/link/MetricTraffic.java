package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.alarm.Traffic;
import dev.tocsin.chain.judge.fit.Deployed;
import dev.tocsin.chain.judge.fit.Fit;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.chain.model.MetricFilter.MetricTransformation;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the metric filters of a Region publish. Every filter that publishes to a metric counts, on
 * whatever log group: the alarm sees them together.
 */
final class MetricTraffic {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,4})?");

  private static final double LARGEST = Math.pow(2, 360);

  private final RegionMonitoring region;
  private final Deployed deployed;
  private final EventTest required;
  private final Map<MetricFilter, Boolean> everyday = new HashMap<>();

  MetricTraffic(RegionMonitoring region, Fit fit) {
    this.region = region;
    this.deployed = fit.deployed();
    this.required = fit.requirement().required();
  }

  /**
   * What a metric receives when an event that matches {@code own} publishes {@code signal}; empty
   * iff unknown. Only what is published in {@code unit} counts, if there is one. That {@code own}
   * may match everyday events is a fault of the filter, not of the alarm, and left out.
   */
  Optional<Traffic> of(MetricId metric, Optional<String> unit, double signal, MetricFilter own) {
    Set<String> units = new HashSet<>();
    Set<Double> others = new HashSet<>();
    Set<Double> background = new HashSet<>();
    boolean fed = false;
    for (MetricFilter filter : region.metricFilters()) {
      for (MetricTransformation published : filter.metricTransformations()) {
        if (!publishes(filter, published, metric)
            || unit.filter(read -> !read.equals(published.unit())).isPresent()) {
          continue;
        }
        fed = true;
        units.add(published.unit());
        OptionalDouble value = value(published);
        List<Double> values =
            value.isPresent()
                ? List.of(value.getAsDouble())
                : List.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        others.addAll(values);
        if (!filter.equals(own) && matchesEveryday(filter)) {
          background.addAll(values);
        }
        if (published.defaultValue() != null && metric.dimensions().isEmpty()) {
          background.add(published.defaultValue());
        }
      }
    }
    return fed ? Optional.of(new Traffic(signal, others, background, units)) : Optional.empty();
  }

  /**
   * The number that a matching event publishes; empty iff it is a field, no number, or none that
   * CloudWatch takes (API reference of data for metrics: from -2^360 to 2^360).
   */
  static OptionalDouble value(MetricTransformation published) {
    String text = published.metricValue().strip();
    if (!NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    boolean vanishes = value == 0 && text.matches("[^eE]*[1-9].*");
    return Math.abs(value) <= LARGEST && !vanishes
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  private static boolean publishes(
      MetricFilter filter, MetricTransformation published, MetricId metric) {
    // Names first: every metric is compared with what every filter publishes.
    if (!published.metricName().equals(metric.name())
        || !published.metricNamespace().equals(metric.namespace())) {
      return false;
    }
    Set<String> dimensions = new HashSet<>(published.dimensions().keySet());
    dimensions.addAll(filter.emitSystemFieldDimensions());
    // A sample that lacks a dimension's field is published without dimensions.
    return metric.dimensions().keySet().equals(dimensions) || metric.dimensions().isEmpty();
  }

  private boolean matchesEveryday(MetricFilter filter) {
    return everyday.computeIfAbsent(
        filter,
        one ->
            // A pattern that is not understood may match anything.
            !(deployed.pattern(one.filterPattern()) instanceof FilterPattern pattern)
                || deployed.matchesEveryday(pattern, required));
  }
}

package dev.tocsin.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.alarm.MetricId;
import dev.tocsin.chain.model.MetricFilter;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which metrics the filters of a log group count a record. */
final class Counted {
  private Counted() {}

  /** Whether a filter's pattern is understood and matches. */
  static boolean by(MetricFilter filter, JsonNode record) {
    return FilterPattern.parse(filter.filterPattern()) instanceof FilterPattern pattern
        && pattern.matches(record);
  }

  /** The metrics of a filter, with the dimensions that the record gives them. */
  static List<MetricId> in(MetricFilter filter, JsonNode record) {
    return filter.metricTransformations().stream()
        .map(
            to ->
                new MetricId(
                    to.metricNamespace(), to.metricName(), dimensions(to.dimensions(), record)))
        .toList();
  }

  private static Map<String, String> dimensions(Map<String, String> selectors, JsonNode record) {
    Map<String, String> dimensions = new HashMap<>();
    selectors.forEach((name, selector) -> dimensions.put(name, value(selector, record)));
    return dimensions;
  }

  /** The value that a selector such as {@code $.userIdentity.type} leads to. */
  private static String value(String selector, JsonNode record) {
    JsonNode value = record;
    for (String step : Arrays.asList(selector.replaceFirst("^\\$\\.", "").split("\\.", -1))) {
      value = value.path(step);
    }
    return value.asText();
  }
}

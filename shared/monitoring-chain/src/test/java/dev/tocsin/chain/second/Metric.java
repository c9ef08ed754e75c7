package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A metric that an alarm reads. */
record Metric(
    String id,
    JsonNode namespace,
    JsonNode name,
    Map<String, String> dimensions,
    String statistic,
    int period,
    String unit) {

  static Metric of(String id, JsonNode metric, JsonNode statistic, JsonNode period, JsonNode unit) {
    Map<String, String> dimensions = new HashMap<>();
    metric
        .path("Dimensions")
        .forEach(one -> dimensions.put(one.path("Name").asText(), one.path("Value").asText()));
    return new Metric(
        id,
        metric.path("Namespace"),
        metric.path("MetricName"),
        dimensions,
        statistic.asText(),
        period.asInt(0),
        unit.asText(""));
  }

  /** Whether something is published to it, or to it and to others of its name. */
  boolean isNamed(JsonNode published) {
    return published.path("metricNamespace").equals(namespace)
        && published.path("metricName").equals(name);
  }

  /** Whether all of it is: without dimensions on either side. */
  boolean isWhole(JsonNode filter, JsonNode published) {
    Set<String> of = new HashSet<>();
    published.path("dimensions").fieldNames().forEachRemaining(of::add);
    filter.path("emitSystemFieldDimensions").forEach(one -> of.add(one.asText()));
    return isNamed(published) && of.isEmpty() && dimensions.isEmpty();
  }
}

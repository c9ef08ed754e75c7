package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.judge.fit.EverydayEvents;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the filters of a Region publish to one metric. */
final class Samples {
  final Set<Double> matching = new HashSet<>();
  final Set<Double> always = new HashSet<>();
  final Set<String> units = new HashSet<>();
  boolean fed;

  Samples(JsonNode region, Metric metric, JsonNode own, Terms terms) {
    for (JsonNode filter : region.path("metricFilters")) {
      for (JsonNode published : filter.path("metricTransformations")) {
        String unit = published.path("unit").asText("None");
        boolean isRead = metric.unit().isEmpty() || metric.unit().equals(unit);
        if (!metric.isNamed(published) || !isRead) {
          continue;
        }
        fed = true;
        units.add(unit);
        List<Double> values =
            isNumber(published)
                ? List.of(published.path("metricValue").asDouble())
                : List.of(-1e9, 1e9);
        matching.addAll(values);
        if (published.hasNonNull("defaultValue")) {
          always.add(published.path("defaultValue").asDouble());
        }
        if (!filter.equals(own) && seesEveryday(filter, terms)) {
          always.addAll(values);
        }
      }
    }
  }

  static boolean isNumber(JsonNode published) {
    return published.path("metricValue").asText().matches("[+-]?\\d{1,15}(\\.\\d{1,9})?([eE]0)?");
  }

  private static boolean seesEveryday(JsonNode filter, Terms terms) {
    return !(FilterPattern.parse(filter.path("filterPattern").asText())
            instanceof FilterPattern pattern)
        || EverydayEvents.anyMatchedBy(pattern, terms.required());
  }

  /** Lists of samples that may be published in one period without the event. */
  List<List<Double>> quiet() {
    List<List<Double>> lists = new ArrayList<>();
    lists.add(List.of());
    always.forEach(value -> lists.addAll(around(List.of(), value)));
    return lists;
  }

  /** Lists of samples that may be published with it. */
  List<List<Double>> beside(List<Double> event) {
    List<List<Double>> lists = new ArrayList<>();
    lists.add(event);
    Set<Double> others = new HashSet<>(matching);
    others.addAll(always);
    others.forEach(value -> lists.addAll(around(event, value)));
    return lists;
  }

  private static List<List<Double>> around(List<Double> event, double value) {
    List<List<Double>> lists = new ArrayList<>();
    for (int times : new int[] {1, 2, 500}) {
      List<Double> all = new ArrayList<>(event);
      for (int i = 0; i < times; i++) {
        all.add(value);
      }
      lists.add(all);
    }
    return lists;
  }
}

package dev.tocsin.chain.alarm;

import dev.tocsin.chain.model.Dimension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A metric's full name within a Region. */
public record MetricId(String namespace, String name, Map<String, String> dimensions) {

  public MetricId {
    dimensions = Map.copyOf(dimensions);
  }

  static MetricId of(String namespace, String name, List<Dimension> dimensions) {
    return new MetricId(
        namespace,
        name,
        dimensions.stream()
            .collect(Collectors.toMap(Dimension::name, Dimension::value, (a, b) -> a)));
  }

  /** For messages: {@code namespace/name}, and the dimensions if there are any. */
  public String words() {
    return namespace + "/" + name + (dimensions.isEmpty() ? "" : " " + new TreeMap<>(dimensions));
  }
}

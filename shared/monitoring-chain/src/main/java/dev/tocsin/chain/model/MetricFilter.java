package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A metric filter, as {@code describe-metric-filters} prints it.
 *
 * @param filterPattern absent means the empty pattern, which every event matches
 * @param fieldSelectionCriteria empty iff the filter reads all events of its group
 * @param emitSystemFieldDimensions {@code @aws.account}, {@code @aws.region} or both
 */
public record MetricFilter(
    @JsonProperty(required = true) String filterName,
    @JsonProperty(required = true) String logGroupName,
    String filterPattern,
    @JsonProperty(required = true) List<MetricTransformation> metricTransformations,
    boolean applyOnTransformedLogs,
    String fieldSelectionCriteria,
    List<String> emitSystemFieldDimensions) {

  public MetricFilter {
    filterPattern = filterPattern == null ? "" : filterPattern;
    metricTransformations = Lists.orEmpty(metricTransformations);
    fieldSelectionCriteria = fieldSelectionCriteria == null ? "" : fieldSelectionCriteria;
    emitSystemFieldDimensions = Lists.orEmpty(emitSystemFieldDimensions);
  }

  /**
   * What the filter publishes.
   *
   * @param metricValue a number, or a selector such as {@code $.bytes}
   * @param defaultValue null iff events that do not match publish nothing
   * @param unit absent means {@code None}
   */
  public record MetricTransformation(
      @JsonProperty(required = true) String metricName,
      @JsonProperty(required = true) String metricNamespace,
      @JsonProperty(required = true) String metricValue,
      Double defaultValue,
      Map<String, String> dimensions,
      String unit) {

    public MetricTransformation {
      dimensions = Lists.orEmpty(dimensions);
      unit = unit == null ? "None" : unit;
    }
  }
}

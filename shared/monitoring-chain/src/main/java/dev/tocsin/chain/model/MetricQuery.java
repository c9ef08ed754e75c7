package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * One entry of an alarm's {@code Metrics}: a metric or an expression over the other entries.
 *
 * @param metricStat null iff this is an expression
 * @param expression null iff this is a metric
 * @param returnData whether the alarm watches this entry; absent means true
 * @param period seconds, for expressions that have one; null otherwise
 * @param accountId the account that has the metric; null means the alarm's own
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record MetricQuery(
    @JsonProperty(required = true) String id,
    MetricStat metricStat,
    String expression,
    Boolean returnData,
    Integer period,
    String accountId) {

  public MetricQuery {
    returnData = returnData == null || returnData;
    Checks.between(1, Checks.WEEK, "Period", period);
  }

  /**
   * A metric with its statistic.
   *
   * @param stat {@code Sum}, {@code p99} …
   * @param unit null iff data of any unit is read
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record MetricStat(
      @JsonProperty(required = true) Metric metric,
      @JsonProperty(required = true) int period,
      @JsonProperty(required = true) String stat,
      String unit) {
    public MetricStat {
      Checks.between(1, Checks.WEEK, "Period", period);
    }
  }

  /** A metric's full name. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Metric(
      @JsonProperty(required = true) String namespace,
      @JsonProperty(required = true) String metricName,
      List<Dimension> dimensions) {

    public Metric {
      dimensions = Lists.orEmpty(dimensions);
    }
  }
}

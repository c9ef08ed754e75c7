package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * A metric alarm, as {@code describe-alarms} prints it. Watches one metric ({@code metricName} …),
 * or {@code metrics}, or a PromQL query.
 *
 * @param actionsEnabled absent means true
 * @param statistic {@code Sum}, {@code Maximum} …; null iff {@code extendedStatistic} or {@code
 *     metrics} is used
 * @param unit null iff the alarm reads data of any unit
 * @param datapointsToAlarm null iff all of {@code evaluationPeriods}
 * @param threshold null for anomaly bands and PromQL
 * @param treatMissingData absent means {@code missing}
 * @param thresholdMetricId the expression that makes an anomaly band
 * @param evaluationCriteria present iff the alarm runs a PromQL query
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record MetricAlarm(
    @JsonProperty(required = true) String alarmName,
    String alarmArn,
    Boolean actionsEnabled,
    List<String> alarmActions,
    @JsonProperty("OKActions") List<String> okActions,
    List<String> insufficientDataActions,
    String stateValue,
    Instant stateTransitionedTimestamp,
    String metricName,
    String namespace,
    String statistic,
    String extendedStatistic,
    List<Dimension> dimensions,
    Integer period,
    String unit,
    Integer evaluationPeriods,
    Integer datapointsToAlarm,
    Double threshold,
    String comparisonOperator,
    String treatMissingData,
    String evaluateLowSampleCountPercentile,
    List<MetricQuery> metrics,
    String thresholdMetricId,
    EvaluationCriteria evaluationCriteria)
    implements Alarm {

  public MetricAlarm {
    actionsEnabled = actionsEnabled == null || actionsEnabled;
    alarmActions = Lists.orEmpty(alarmActions);
    okActions = Lists.orEmpty(okActions);
    insufficientDataActions = Lists.orEmpty(insufficientDataActions);
    dimensions = Lists.orEmpty(dimensions);
    metrics = Lists.orEmpty(metrics);
    treatMissingData = treatMissingData == null ? "missing" : treatMissingData;
  }

  @Override
  public String kind() {
    return "alarm";
  }

  /** What a PromQL alarm evaluates. */
  public record EvaluationCriteria(@JsonProperty("PromQLCriteria") PromQl promQl) {
    /** The query, in Prometheus's language. */
    public record PromQl(@JsonProperty("Query") String query) {}
  }
}

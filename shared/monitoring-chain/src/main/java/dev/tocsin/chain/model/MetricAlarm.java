package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
 * @param evaluationState null iff the alarm is evaluated as usual; else {@code PARTIAL_DATA},
 *     {@code EVALUATION_ERROR}, {@code IN_WARM_UP} … (a text, since AWS adds values)
 * @param warmUpConfiguration null iff the alarm has no warm-up period
 * @param evaluationWindow null iff the window slides
 * @param evaluationInterval seconds between evaluations, null iff CloudWatch chooses
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
    EvaluationCriteria evaluationCriteria,
    String evaluationState,
    WarmUpConfiguration warmUpConfiguration,
    EvaluationWindow evaluationWindow,
    Integer evaluationInterval)
    implements Alarm {

  public MetricAlarm {
    actionsEnabled = actionsEnabled == null || actionsEnabled;
    alarmActions = Lists.orEmpty(alarmActions);
    okActions = Lists.orEmpty(okActions);
    insufficientDataActions = Lists.orEmpty(insufficientDataActions);
    dimensions = Lists.orEmpty(dimensions);
    metrics = Checks.listedOnce("Metrics", metrics, MetricQuery::id);
    treatMissingData = treatMissingData == null ? "missing" : treatMissingData;
    Checks.between(1, Checks.WEEK, "Period", period);
    Checks.between(1, Checks.WEEK, "EvaluationPeriods", evaluationPeriods);
    Checks.between(1, Checks.WEEK, "DatapointsToAlarm", datapointsToAlarm);
    Checks.atMost("DatapointsToAlarm", datapointsToAlarm, "EvaluationPeriods", evaluationPeriods);
    Checks.lookBack("EvaluationPeriods", evaluationPeriods, period);
  }

  @Override
  public String kind() {
    return "alarm";
  }

  /** The metric an alarm without {@code metrics} watches; empty iff it watches something else. */
  public Optional<MetricQuery.Metric> singleMetric() {
    return Optional.ofNullable(metricName)
        .map(name -> new MetricQuery.Metric(namespace, name, dimensions));
  }

  /** The window whose bounds are those of the clock; empty iff the window slides. */
  public Optional<WallClockWindow> wallClockWindow() {
    return Optional.ofNullable(evaluationWindow).map(EvaluationWindow::wallClockWindow);
  }

  /**
   * Which data points are looked at.
   *
   * @param wallClockWindow null iff the window slides
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record EvaluationWindow(WallClockWindow wallClockWindow) {}

  /**
   * Periods that begin at full hours, days or weeks.
   *
   * @param timezone an IANA name or an offset, null means UTC
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record WallClockWindow(String timezone) {}

  /** What a PromQL alarm evaluates. */
  public record EvaluationCriteria(@JsonProperty("PromQLCriteria") PromQl promQl) {
    /** The query, in Prometheus's language. */
    public record PromQl(@JsonProperty("Query") String query) {}
  }
}

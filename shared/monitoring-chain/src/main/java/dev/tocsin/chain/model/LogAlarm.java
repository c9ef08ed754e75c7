package dev.tocsin.chain.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * An alarm on the results of a scheduled CloudWatch Logs query; no metric filter stands before it.
 *
 * @param queryResultsToAlarm null iff all of {@code queryResultsToEvaluate}
 * @param treatMissingData absent means {@code missing}
 * @param evaluationState null iff the alarm is evaluated as usual, as for a metric alarm
 * @param warmUpConfiguration null iff the alarm has no warm-up period
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record LogAlarm(
    @JsonProperty(required = true) String alarmName,
    String alarmArn,
    Boolean actionsEnabled,
    List<String> alarmActions,
    @JsonProperty("OKActions") List<String> okActions,
    List<String> insufficientDataActions,
    String stateValue,
    Instant stateTransitionedTimestamp,
    ScheduledQuery scheduledQueryConfiguration,
    Integer queryResultsToEvaluate,
    Integer queryResultsToAlarm,
    Double threshold,
    String comparisonOperator,
    String treatMissingData,
    String evaluationState,
    WarmUpConfiguration warmUpConfiguration)
    implements Alarm {

  public LogAlarm {
    actionsEnabled = actionsEnabled == null || actionsEnabled;
    alarmActions = Lists.orEmpty(alarmActions);
    okActions = Lists.orEmpty(okActions);
    insufficientDataActions = Lists.orEmpty(insufficientDataActions);
    treatMissingData = treatMissingData == null ? "missing" : treatMissingData;
    Checks.between(1, Checks.WEEK, "QueryResultsToEvaluate", queryResultsToEvaluate);
    Checks.between(1, Checks.WEEK, "QueryResultsToAlarm", queryResultsToAlarm);
    Checks.atMost(
        "QueryResultsToAlarm",
        queryResultsToAlarm,
        "QueryResultsToEvaluate",
        queryResultsToEvaluate);
  }

  @Override
  public String kind() {
    return "log alarm";
  }

  /**
   * The query and its schedule.
   *
   * @param logGroupIdentifiers names or ARNs
   * @param aggregationExpression what is compared with the threshold, for example {@code count(*)}
   * @param queryArn the scheduled query that the service made, null iff unknown
   * @param scheduledQueryRoleArn the role that runs the query, null iff unknown
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record ScheduledQuery(
      String queryString,
      List<String> logGroupIdentifiers,
      String aggregationExpression,
      Schedule scheduleConfiguration,
      @JsonProperty("QueryARN") String queryArn,
      @JsonProperty("ScheduledQueryRoleARN") String scheduledQueryRoleArn) {

    public ScheduledQuery {
      logGroupIdentifiers = Lists.orEmpty(logGroupIdentifiers);
    }
  }

  /**
   * When the query runs and which time it reads.
   *
   * @param scheduleExpression {@code rate(5 minutes)} or {@code cron(…)}
   * @param startTimeOffset seconds before the run at which the time read begins; null iff unknown
   * @param endTimeOffset seconds before the run at which it ends; null means 0
   */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record Schedule(String scheduleExpression, Long startTimeOffset, Long endTimeOffset) {}
}

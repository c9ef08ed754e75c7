package dev.tocsin.chain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.chain.model.LogAlarm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a run reads, and how late: each bound from both sides. */
class LogAlarmTimingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count(*)   | rate(5 minutes)   | 1200  | 0    | fires
          count( * ) | rate(1 minute)    | 960   | 0    | fires
          count()    | rate(1 minute)    | 960   | 0    | fires
          sum(x)     | rate(1 minute)    | 960   | 0    | aggregation `sum(x)` is not decided
          count(*)   | rate(5 minutes)   | 1199  | 0    | no run of its query reads events of
          count(*)   | rate(5 minutes)   | 300   | 0    | no run of its query reads events of
          count(*)   | rate(5 minutes)   | 299   | 0    | leaves time between two runs of its query unread
          count(*)   | rate(5 minutes)   | 1200  | 901  | leaves time between two runs of its query unread
          count(*)   | rate(5 minutes)   | 1200  | 900  | fires
          count(*)   | rate(5 minutes)   | 9000  | 3300 | fires
          count(*)   | rate(5 minutes)   | 9000  | 3301 | tells up to
          count(*)   | rate(1 hour)      | 4500  | 0    | fires
          count(*)   | rate(1 day)       | 90000 | 0    | tells up to
          count(*)   | rate(5 minutes)   | 1200  | -1   | no query reads beyond its run
          count(*)   | cron(0 * * * ? *) | 1200  | 0    | when its query runs and which time it reads is not known
          count(*)   | rate(5 minutes)   |       | 0    | when its query runs and which time it reads is not known
          count(*)   | rate(99999 days)  | 1200  | 0    | when its query runs and which time it reads is not known
          """)
  void firesIffSomeRunReadsTheEventInTime(
      String aggregation, String rate, Long start, Long end, String told) throws Exception {
    Response response = LogAlarmTiming.judge(alarm(aggregation, rate, start, end), 1);

    if (told.equals("fires")) {
      assertThat(response).isInstanceOf(Response.Fires.class);
    } else {
      assertThat(response)
          .isInstanceOfSatisfying(
              Response.Silent.class, silent -> assertThat(silent.fault().problem()).contains(told));
    }
  }

  private static LogAlarm alarm(String aggregation, String rate, Long start, Long end)
      throws JsonProcessingException {
    String json =
        """
        {"AlarmName": "a", "ActionsEnabled": true, "StateValue": "OK", "Threshold": 1, "ComparisonOperator": "GreaterThanOrEqualToThreshold",
         "TreatMissingData": "notBreaching", "QueryResultsToEvaluate": 1, "QueryResultsToAlarm": 1,
         "ScheduledQueryConfiguration": {"AggregationExpression": "%s",
          "ScheduleConfiguration": {"ScheduleExpression": "%s", "StartTimeOffset": %s, "EndTimeOffset": %s}}}
        """
            .formatted(aggregation, rate, start, end);
    return JsonMapper.builder().build().readValue(json, LogAlarm.class);
  }
}

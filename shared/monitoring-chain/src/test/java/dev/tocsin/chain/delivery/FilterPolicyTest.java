package dev.tocsin.chain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.chain.model.Alarm;
import dev.tocsin.chain.model.RegionMonitoring;
import dev.tocsin.chain.model.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code filter-policy-cases.json} against the messages of three alarms. */
class FilterPolicyTest {

  private static final String ALARMS =
      """
      {"account": "111122223333", "region": "eu-west-1", "takenAt": "2026-11-21T05:00:00Z",
       "regions": {"eu-west-1": {
         "MetricAlarms": [
           {"AlarmName": "root-usage",
            "AlarmActions": ["arn:aws:sns:eu-west-1:111122223333:security-alarms"],
            "MetricName": "RootUsage", "Namespace": "CISBenchmark", "Statistic": "Sum",
            "Period": 300, "EvaluationPeriods": 1, "Threshold": 1.0,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold"},
           {"AlarmName": "root-usage-sum", "EvaluationPeriods": 1, "Threshold": 1.0,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "Metrics": [{"Id": "e1", "Expression": "SUM([m1])"}]}],
         "CompositeAlarms": [
           {"AlarmName": "any-cis", "AlarmRule": "ALARM(\\"root-usage\\")"}]}}}
      """;

  @TestFactory
  Stream<DynamicTest> policies() throws IOException {
    try (InputStream file =
        FilterPolicyTest.class.getResourceAsStream("filter-policy-cases.json")) {
      JsonNode cases = new ObjectMapper().readTree(file);
      return StreamSupport.stream(cases.spliterator(), false)
          .map(entry -> DynamicTest.dynamicTest(entry.get("name").asText(), () -> run(entry)));
    }
  }

  private static void run(JsonNode entry) throws Exception {
    RegionMonitoring region = SnapshotJson.read(ALARMS, "test").in("eu-west-1").orElseThrow();
    Alarm alarm =
        switch (entry.path("alarm").asText()) {
          case "composite" -> region.compositeAlarms().get(0);
          case "math" -> region.metricAlarms().get(1);
          default -> region.metricAlarms().get(0);
        };
    Message message =
        AlarmMessage.of(
            alarm,
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:" + alarm.alarmName(),
            "111122223333");
    String policy = entry.has("text") ? entry.get("text").asText() : entry.get("policy").toString();

    FilterPolicy.Decision answer =
        FilterPolicy.filter(policy, entry.get("scope").asText(), Optional.of(message));

    assertThat(answer.passage().name())
        .as(answer.toString())
        .isEqualTo(entry.get("expected").asText());
    assertThat(answer.why()).contains(entry.path("because").asText(""));
  }
}

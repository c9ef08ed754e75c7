package dev.tocsin.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ConfigEvent;
import java.time.Instant;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.config.model.Evaluation;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The least that a function could do in the place of ours: the same clients, the same calls, a
 * report, and nothing decided. Measured by {@code cold_start.py}.
 */
public final class ColdStartFloor implements RequestHandler<ConfigEvent, String> {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  @Override
  public String handleRequest(ConfigEvent event, Context context) {
    try (var trails = CloudTrailClient.builder().httpClient(http).build();
        var logs = CloudWatchLogsClient.builder().httpClient(http).build();
        var alarms = CloudWatchClient.builder().httpClient(http).build();
        var topics = SnsClient.builder().httpClient(http).build();
        var config = ConfigClient.builder().httpClient(http).build()) {
      ReadingCalls.make(trails, logs, alarms, topics);
      Evaluation evaluation =
          Evaluation.builder()
              .complianceResourceType("AWS::::Account")
              .complianceResourceId(event.getAccountId())
              .complianceType(ComplianceType.COMPLIANT)
              .annotation("nothing was decided")
              .orderingTimestamp(Instant.EPOCH)
              .build();
      config.putEvaluations(
          request -> request.resultToken(event.getResultToken()).evaluations(evaluation));
      return "COMPLIANT";
    }
  }
}

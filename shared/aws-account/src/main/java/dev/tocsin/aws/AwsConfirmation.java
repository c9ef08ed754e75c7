package dev.tocsin.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * Lets AWS itself say that an event is missed: {@code logs:TestMetricFilter} matches events with
 * patterns and touches no log group.
 */
public final class AwsConfirmation {
  private final CloudWatchLogsClient logs;

  /** Asks CloudWatch Logs in a Region. */
  public AwsConfirmation(AwsClients clients, String region) {
    this(clients.logs(region));
  }

  AwsConfirmation(CloudWatchLogsClient logs) {
    this.logs = logs;
  }

  /**
   * Replays a missed event. Cost: one call for the required pattern and one for each deployed one.
   *
   * @param required the pattern that must match
   * @param deployed the patterns that must not
   * @return empty iff AWS agrees; else why it could not be asked or gave no answer, which says
   *     nothing about the event
   * @throws ContradictionException if AWS disagrees
   */
  public Optional<String> confirm(String required, List<String> deployed, JsonNode missedEvent) {
    String event = missedEvent.toString();
    try {
      if (!matches(required, event)) {
        throw new ContradictionException("does not match", required);
      }
      for (String pattern : deployed) {
        if (matches(pattern, event)) {
          throw new ContradictionException("matches", pattern);
        }
      }
      return Optional.empty();
    } catch (AccountReadException failure) {
      return Optional.of("not confirmed by AWS: " + failure.getMessage());
    }
  }

  private boolean matches(String pattern, String event) {
    return !ApiCall.read(
            "logs:TestMetricFilter",
            "the missed event",
            () ->
                logs.testMetricFilter(
                    request -> request.filterPattern(pattern).logEventMessages(event)))
        .matches()
        .isEmpty();
  }

  /** AWS and Tocsin disagree on what a pattern matches, so the verdict is not to be trusted. */
  public static final class ContradictionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContradictionException(String verb, String pattern) {
      super(
          "this is a defect of Tocsin: AWS %s the missed event with `%s`; report both"
              .formatted(verb, pattern));
    }
  }
}

package dev.tocsin.emulator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call the emulator received.
 *
 * @param service the IAM prefix, for instance {@code cloudwatch}
 * @param operation the API operation, for instance {@code DescribeAlarms}
 * @param region the Region it was signed for
 * @param parameters the operation's input
 * @param error the error code it was answered with, or null
 */
public record RecordedCall(
    String service, String operation, String region, JsonNode parameters, String error) {

  /** {@code service:Operation}. */
  public String name() {
    return service + ":" + operation;
  }
}

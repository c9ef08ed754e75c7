package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * One AWS API call of a plan.
 *
 * @param region where it is made
 * @param service the service as the AWS CLI names it, for example {@code logs}
 * @param operation the API's name, for example {@code PutMetricFilter}
 * @param parameters its request, in the API's own shape; {@code {topicArn}} and its like stand for
 *     what an earlier call answers
 * @param why one line for the person who approves the plan, lower case, no final stop
 */
public record PlannedCall(
    String region, String service, String operation, ObjectNode parameters, String why) {

  private static final Pattern WORD_START = Pattern.compile("(?<!^)(?=[A-Z])");

  /** The call as a command that can be pasted into a POSIX shell. */
  public String awsCli() {
    String command =
        WORD_START.matcher(operation).replaceAll("-").toLowerCase(java.util.Locale.ROOT);
    return "aws %s %s --region %s --cli-input-json '%s'"
        .formatted(service, command, region, parameters.toString().replace("'", "'\\''"));
  }
}

package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.AwsCommand;
import dev.tocsin.chain.verdict.Visible;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** The AWS CLI's arguments for the call, without the program's name. */
  public List<String> arguments() {
    String command = WORD_START.matcher(operation).replaceAll("-").toLowerCase(Locale.ROOT);
    return List.of(
        service,
        command,
        "--region",
        region,
        "--cli-input-json",
        Visible.of(parameters.toString()));
  }

  /** The call as a command that can be pasted into a POSIX shell. */
  public String awsCli() {
    return arguments().stream()
        .map(AwsCommand::quoted)
        .collect(Collectors.joining(" ", "aws ", ""));
  }
}

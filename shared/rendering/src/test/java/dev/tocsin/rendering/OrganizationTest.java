package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an organization deploys reaches what it deploys it for. */
class OrganizationTest {

  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final Pattern PACK_PARAMETER =
      Pattern.compile("(?m)^  (\\w+):\\n    Type: String");
  private static final Pattern PASSED = Pattern.compile("ParameterName: (\\w+)");
  private static final Pattern STACK_PARAMETER =
      Pattern.compile("(?m)^  (\\w+):\\n    Type: (?:String|Number)");
  private static final Pattern STACK_KEY = Pattern.compile("ParameterKey: (\\w+)");
  private static final Pattern ACTION = Pattern.compile("(?m)^ +- ([a-z]+:[A-Z]\\w+)$");

  /** The function's ARN is derived from its name, and a topic is of one account. */
  private static final List<String> OF_ONE_ACCOUNT =
      List.of("LambdaFunctionArn", "NotificationTopicArn");

  @Test
  void everyParameterOfAPackCanBeGivenInAnOrganization() throws IOException {
    List<String> parameters =
        found(PACK_PARAMETER, "conformance-packs/tamper-detection.yaml").stream()
            .filter(name -> !OF_ONE_ACCOUNT.contains(name))
            .toList();
    assertThat(parameters).contains("FunctionName", "Remediation");
    assertThat(found(PASSED, "organization/conformance-pack.yaml"))
        .containsExactlyInAnyOrderElementsOf(parameters);
  }

  @Test
  void aStackSetPassesOnWhatAnAccountMayNeedOtherwise() throws IOException {
    assertThat(found(STACK_KEY, "organization/stack-set.yaml"))
        .contains("FunctionName", "ReservedConcurrency", "AlarmTopicName")
        .isSubsetOf(found(STACK_PARAMETER, "tocsin.yaml"));
  }

  @Test
  void theReaderMayDoAllThatAnEvaluationReads() throws IOException {
    List<String> reads =
        StreamSupport.stream(
                new ObjectMapper()
                    .readTree(
                        ROOT.resolve(
                                "shared/aws-account/src/main/resources/dev/tocsin/aws/iam-actions.json")
                            .toFile())
                    .spliterator(),
                false)
            .map(entry -> entry.path("action").asText())
            .filter(action -> !action.matches("(sts|config):.*|logs:TestMetricFilter"))
            .toList();
    assertThat(found(ACTION, "organization/monitoring-reader.yaml"))
        .containsExactlyInAnyOrderElementsOf(reads)
        .contains("cloudtrail:DescribeTrails", "cloudwatch:DescribeAlarms");
  }

  private static List<String> found(Pattern pattern, String template) throws IOException {
    return pattern
        .matcher(Files.readString(ROOT.resolve("cloudformation").resolve(template)))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}

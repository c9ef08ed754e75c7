package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.WithEmulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The stack, created as far as the emulator knows CloudFormation. */
@WithEmulator
class StackCreationTest {

  @Test
  void theStackMakesAFunctionThatOnlyThisAccountsConfigMayStart(AwsEmulator aws) throws Exception {
    JsonNode made = create(aws);

    assertThat(made.path("status").asText()).isEqualTo("CREATE_COMPLETE");
    JsonNode function = made.path("function");
    assertThat(function.path("Runtime").asText()).isEqualTo("java25");
    String handler = function.path("Handler").asText();
    assertThat(handler).isEqualTo("dev.tocsin.lambda.ConfigRuleHandler::handleRequest");
    JsonNode permission = made.path("permission");
    assertThat(permission.at("/Principal/Service").asText()).isEqualTo("config.amazonaws.com");
    assertThat(permission.path("Condition").toString())
        .contains("\"AWS:SourceAccount\":\"123456789012\"");
    assertThat(made.path("deadLetters").asText()).endsWith("/tocsin-dead-letters");
    assertThat(made.path("touched").asText()).endsWith("/tocsin-touched");
    assertThat(made.path("watched").asText()).contains("StopLogging", "errorCode");
    assertThat(made.path("trust").toString()).contains("ssm.amazonaws.com", "aws:SourceAccount");
    remediationHandsOnNothingButTheRoleThatWritesToItsLogGroup(made);
  }

  private static void remediationHandsOnNothingButTheRoleThatWritesToItsLogGroup(JsonNode made) {
    JsonNode delivery = made.path("delivery");
    assertThat(made.path("handedOn")).containsExactly(delivery.path("arn"));
    assertThat(delivery.path("trust").toString())
        .contains("cloudtrail.amazonaws.com", "\"aws:SourceAccount\":\"123456789012\"");
    JsonNode statement = delivery.at("/policy/Statement/0");
    assertThat(delivery.at("/policy/Statement")).hasSize(1);
    assertThat(statement.path("Action").toString())
        .isEqualTo("[\"logs:CreateLogStream\",\"logs:PutLogEvents\"]");
    assertThat(statement.path("Resource").asText())
        .isEqualTo("arn:aws:logs:us-east-1:123456789012:log-group:tocsin-cloudtrail:log-stream:*");
  }

  private static JsonNode create(AwsEmulator aws) throws Exception {
    Path script = Path.of(StackCreationTest.class.getResource("create_stack.py").toURI());
    Path template = Path.of(System.getProperty("tocsin.root"), "cloudformation", "tocsin.yaml");
    ProcessBuilder builder =
        new ProcessBuilder("python3", script.toString(), template.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(aws.environment("us-east-1"));
    builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
    Process process = builder.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return new ObjectMapper().readTree(answer);
  }
}

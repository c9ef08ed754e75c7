package dev.tocsin.lambda;

import static dev.tocsin.emulator.AwsEmulator.ACCOUNT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.WithEmulator;
import dev.tocsin.lambda.RuntimeApi.Outcome;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The shaded jar, unpacked and started as AWS Lambda does it: by AWS's own runtime client, in a
 * process of its own, with the environment of a function.
 */
@WithEmulator
@EnabledIfSystemProperty(named = "tocsin.lambda.jar", matches = ".+")
class ShadedJarIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Control CONTROL =
      ControlCatalog.load().find("root-account-usage").orElseThrow();

  @TempDir static Path taskRoot;
  @TempDir Path temporary;

  private AwsEmulator aws;
  private MonitoredAccount account;
  private RuntimeApi runtimeApi;
  private Process function;
  private Path output;

  @BeforeAll
  static void unpackTheJar() throws Exception {
    Process unpack =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jar").toString(),
                "--extract",
                "--file",
                System.getProperty("tocsin.lambda.jar"))
            .directory(taskRoot.toFile())
            .inheritIO()
            .start();
    assertThat(unpack.waitFor()).isZero();
  }

  @BeforeEach
  void startTheFunction(AwsEmulator emulator) throws Exception {
    aws = emulator;
    account =
        new MonitoredAccount(emulator, Events.REGION)
            .createTrail()
            .createTopic("alerts")
            .putMetricFilter("root", CONTROL.deployable(Benchmark.DEFAULT))
            .putMetricAlarm("root", "alerts");
    aws.forgetRequests();
    runtimeApi = new RuntimeApi(Events.FUNCTION_ARN);
    output = temporary.resolve("output.txt");
    function = start();
  }

  @AfterEach
  void stopTheFunction() throws Exception {
    function.destroyForcibly().waitFor();
    runtimeApi.close();
    assertThat(Files.readString(output)).doesNotContain(Events.TOKEN);
  }

  @Test
  void compliantAccountIsReportedFieldByField() throws Exception {
    Outcome outcome = runtimeApi.invoke(event(Events.TOKEN));

    assertThat(outcome).isEqualTo(new Outcome("response", "\"COMPLIANT\""));
    JsonNode put = onlyReport();
    assertThat(put.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("Evaluations", "ResultToken", "TestMode");
    assertThat(put.path("ResultToken").asText()).isEqualTo(Events.TOKEN);
    assertThat(put.path("TestMode").asBoolean()).isFalse();
    assertThat(put.path("Evaluations")).hasSize(1);
    JsonNode evaluation = put.at("/Evaluations/0");
    assertThat(evaluation.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "ComplianceResourceType",
            "ComplianceResourceId",
            "ComplianceType",
            "Annotation",
            "OrderingTimestamp");
    assertThat(evaluation.path("ComplianceResourceType").asText()).isEqualTo("AWS::::Account");
    assertThat(evaluation.path("ComplianceResourceId").asText()).isEqualTo(ACCOUNT_ID);
    assertThat(evaluation.path("ComplianceType").asText()).isEqualTo("COMPLIANT");
    assertThat(evaluation.path("Annotation").asText()).isNotBlank().hasSizeLessThanOrEqualTo(256);
    assertThat(
            evaluation.path("OrderingTimestamp").decimalValue().movePointRight(3).longValueExact())
        .isEqualTo(Instant.parse(Events.NOTIFIED).toEpochMilli());
  }

  @Test
  void brokenAccountIsReportedWithItsFindingAndLoggedInFull() throws Exception {
    account.putMetricAlarm("root", "alerts", Map.of("ActionsEnabled", false));

    Outcome outcome = runtimeApi.invoke(event("TESTMODE"));

    assertThat(outcome).isEqualTo(new Outcome("response", "\"NON_COMPLIANT\""));
    assertThat(onlyReport().path("TestMode").asBoolean()).isTrue();
    assertThat(onlyReport().at("/Evaluations/0/ComplianceType").asText())
        .isEqualTo("NON_COMPLIANT");
    assertThat(onlyReport().at("/Evaluations/0/Annotation").asText()).contains("root");
    JsonNode line = logLine();
    assertThat(line.path("control").asText()).isEqualTo(CONTROL.id());
    assertThat(line.path("complianceType").asText()).isEqualTo("NON_COMPLIANT");
    assertThat(line.path("findings").findValuesAsText("subject")).contains("root");
    assertThat(line.path("findings").findValuesAsText("fix")).isNotEmpty();
  }

  @Test
  void failedReadIsAFunctionErrorAndTheNextInvocationIsServed() throws Exception {
    aws.fail(InjectedFault.accessDenied("logs", "DescribeMetricFilters").times(1));

    Outcome failed = runtimeApi.invoke(event(Events.TOKEN));
    Outcome next = runtimeApi.invoke(event(Events.TOKEN));

    assertThat(failed.kind()).isEqualTo("error");
    assertThat(JSON.readTree(failed.body()).path("errorMessage").asText())
        .contains("allow `logs:DescribeMetricFilters`");
    assertThat(next).isEqualTo(new Outcome("response", "\"COMPLIANT\""));
    assertThat(onlyReport().at("/Evaluations/0/ComplianceType").asText()).isEqualTo("COMPLIANT");
  }

  private Process start() throws IOException, URISyntaxException {
    ProcessBuilder process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                runtimeClient(),
                AWSLambda.class.getName(),
                ConfigRuleHandler.class.getName() + "::handleRequest")
            .directory(taskRoot.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = process.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.putAll(aws.environment(Events.REGION));
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "tocsin");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/tocsin");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/21/[$LATEST]0");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    environment.put("_HANDLER", ConfigRuleHandler.class.getName() + "::handleRequest");
    return process.start();
  }

  /** The jars of AWS's runtime client and nothing of ours. */
  private static String runtimeClient() throws URISyntaxException {
    return Stream.of(
            AWSLambda.class,
            LambdaRuntime.class,
            PojoSerializer.class,
            SdkInternalThreadLocal.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The event as AWS Config writes it, with the members that the Java class does not have. */
  private static String event(String token) {
    ObjectNode event =
        Events.json("ScheduledNotification", "{\"control\":\"" + CONTROL.id() + "\"}");
    event.put("resultToken", token);
    event.put("executionRoleArn", "arn:aws:iam::123456789012:role/config");
    event.put("evaluationMode", "DETECTIVE");
    return event.toString();
  }

  private JsonNode onlyReport() {
    List<JsonNode> reports =
        aws.requests().stream()
            .filter(call -> call.name().equals("config:PutEvaluations"))
            .map(call -> call.parameters())
            .toList();
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private JsonNode logLine() throws IOException {
    return JSON.readTree(
        Files.readAllLines(output).stream()
            .filter(line -> line.contains("\"evaluated\""))
            .findFirst()
            .orElseThrow());
  }
}

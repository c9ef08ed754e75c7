package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.WithEmulator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.Evaluation;
import software.amazon.awssdk.services.config.model.PutEvaluationsRequest;
import software.amazon.awssdk.services.config.model.PutEvaluationsResponse;

@WithEmulator
class EvaluationReporterTest {
  private static final AccountEvaluation EVALUATION =
      new AccountEvaluation(
          "111122223333",
          "NON_COMPLIANT",
          "trail `main`: does not log. Fix: start it",
          Instant.parse("2026-11-21T05:00:00.373Z"));

  private AwsEmulator aws;
  private AwsClients clients;

  @BeforeEach
  void clientsOfTheEmulator(AwsEmulator emulator) {
    aws = emulator;
    clients = EmulatorClients.of(emulator, "eu-west-1");
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Test
  void evaluationArrivesInOneCall() {
    reporter().report(EVALUATION, "secret-token");

    assertThat(aws.requests()).hasSize(1);
    JsonNode put = aws.requests().get(0).parameters();
    assertThat(put.path("ResultToken").asText()).isEqualTo("secret-token");
    assertThat(put.path("TestMode").asBoolean()).isFalse();
    assertThat(put.path("Evaluations")).hasSize(1);
    JsonNode evaluation = put.at("/Evaluations/0");
    assertThat(evaluation.path("ComplianceResourceType").asText()).isEqualTo("AWS::::Account");
    assertThat(evaluation.path("ComplianceResourceId").asText()).isEqualTo("111122223333");
    assertThat(evaluation.path("ComplianceType").asText()).isEqualTo("NON_COMPLIANT");
    assertThat(evaluation.path("Annotation").asText()).isEqualTo(EVALUATION.annotation());
    assertThat(evaluation.path("OrderingTimestamp").asDouble()).isEqualTo(1795237200.373);
  }

  @Test
  void testTokenKeepsNothing() {
    reporter().report(EVALUATION, EvaluationReporter.TEST_TOKEN);

    assertThat(aws.requests().get(0).parameters().path("TestMode").asBoolean()).isTrue();
  }

  @Test
  void refusalNamesThePermission() {
    aws.fail(InjectedFault.accessDenied("config", "PutEvaluations"));

    assertThatThrownBy(() -> reporter().report(EVALUATION, "secret-token"))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("allow `config:PutEvaluations`");
  }

  @Test
  void tokenThatAwsPrintsBackIsInNoMessage() {
    aws.fail(
        new InjectedFault(
            "config",
            "PutEvaluations",
            Map.of(),
            "ValidationException",
            "Value 'secret-token' at 'resultToken' failed to satisfy constraint",
            400,
            -1));

    assertThatThrownBy(() -> reporter().report(EVALUATION, "secret-token"))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("Value '…' at 'resultToken'")
        .hasNoCause()
        .satisfies(e -> assertThat(e.toString()).doesNotContain("secret-token"));
  }

  @Test
  void tokenAtTheEndOfALongMessageIsNotLeftInHalf() {
    ConfigClient config = mock();
    when(config.putEvaluations(any(PutEvaluationsRequest.class)))
        .thenThrow(new IllegalStateException("x".repeat(290) + "secret-token"));

    assertThatThrownBy(() -> new EvaluationReporter(config).report(EVALUATION, "secret-token"))
        .isInstanceOf(ReportException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void whateverTheSdkThrowsNamesTheCallAndNoToken() {
    ConfigClient config = mock();
    when(config.putEvaluations(any(PutEvaluationsRequest.class)))
        .thenThrow(new IllegalStateException("cannot read\nsecret-token"));

    assertThatThrownBy(() -> new EvaluationReporter(config).report(EVALUATION, "secret-token"))
        .isInstanceOf(ReportException.class)
        .hasMessage("`config:PutEvaluations` failed: cannot read …; evaluate again")
        .hasNoCause();
  }

  @Test
  void evaluationThatFailsToBeRecordedIsAnError() {
    ConfigClient config = mock();
    when(config.putEvaluations(any(PutEvaluationsRequest.class)))
        .thenReturn(
            PutEvaluationsResponse.builder()
                .failedEvaluations(
                    Evaluation.builder().complianceResourceId("111122223333").build())
                .build());

    assertThatThrownBy(() -> new EvaluationReporter(config).report(EVALUATION, "secret-token"))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("failed to record the evaluation of account `111122223333`");
  }

  private EvaluationReporter reporter() {
    return new EvaluationReporter(clients, "eu-west-1");
  }
}

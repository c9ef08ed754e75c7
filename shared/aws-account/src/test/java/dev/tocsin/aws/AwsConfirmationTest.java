package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.AwsConfirmation.ContradictionException;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.FaultKind;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.SpoiledAnswer;
import dev.tocsin.emulator.WithEmulator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilterMatchRecord;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TestMetricFilterResponse;

/**
 * The emulator has no {@code TestMetricFilter}, so agreeing and disagreeing answers are made up
 * here.
 */
@WithEmulator
class AwsConfirmationTest {
  private static final ObjectNode EVENT =
      JsonNodeFactory.instance.objectNode().put("eventName", "StopLogging");

  @Test
  void awsAgreesIffTheRequiredPatternMatchesAndNoDeployedOneDoes() {
    assertThat(confirmation(Set.of("required")).confirm("required", List.of("a", "b"), EVENT))
        .isEmpty();
  }

  @Test
  void requiredPatternThatAwsDoesNotMatchIsAContradiction() {
    assertThatThrownBy(() -> confirmation(Set.of()).confirm("required", List.of("a"), EVENT))
        .isInstanceOf(ContradictionException.class)
        .hasMessageContaining("does not match the missed event with `required`");
  }

  @Test
  void deployedPatternThatAwsMatchesIsAContradiction() {
    assertThatThrownBy(
            () ->
                confirmation(Set.of("required", "b")).confirm("required", List.of("a", "b"), EVENT))
        .isInstanceOf(ContradictionException.class)
        .hasMessageContaining("matches the missed event with `b`");
  }

  @Test
  void serviceWithoutTheOperationIsNoted(AwsEmulator emulator) {
    try (AwsClients clients = EmulatorClients.of(emulator, "eu-west-1")) {
      assertThat(new AwsConfirmation(clients, "eu-west-1").confirm("required", List.of(), EVENT))
          .get()
          .asString()
          .startsWith("not confirmed by AWS: `logs:TestMetricFilter` on `the missed event` failed");
    }
  }

  @Test
  void missingPermissionIsNoted(AwsEmulator emulator) {
    emulator.fail(InjectedFault.accessDenied("logs", "TestMetricFilter"));
    try (AwsClients clients = EmulatorClients.of(emulator, "eu-west-1")) {
      assertThat(new AwsConfirmation(clients, "eu-west-1").confirm("required", List.of(), EVENT))
          .get()
          .asString()
          .contains("is denied", "allow `logs:TestMetricFilter`");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"EMPTY_BODY", "NOTHING", "NO_CONTENT", "HTML_PAGE", "NOT_FOUND_PAGE"})
  void answerThatIsNoneIsNotedAndContradictsNothing(FaultKind kind, AwsEmulator emulator) {
    emulator.spoil(SpoiledAnswer.of("logs", "TestMetricFilter", kind));
    try (AwsClients clients = EmulatorClients.of(emulator, "eu-west-1")) {
      assertThat(new AwsConfirmation(clients, "eu-west-1").confirm("required", List.of(), EVENT))
          .get()
          .asString()
          .startsWith("not confirmed by AWS: `logs:TestMetricFilter` on");
    }
  }

  private static AwsConfirmation confirmation(Set<String> matching) {
    CloudWatchLogsClient logs = mock();
    when(logs.testMetricFilter(ArgumentMatchers.<Consumer<TestMetricFilterRequest.Builder>>any()))
        .thenAnswer(
            call -> {
              TestMetricFilterRequest.Builder request = TestMetricFilterRequest.builder();
              call.<Consumer<TestMetricFilterRequest.Builder>>getArgument(0).accept(request);
              assertThat(request.build().logEventMessages()).containsExactly(EVENT.toString());
              boolean matches = matching.contains(request.build().filterPattern());
              MetricFilterMatchRecord match =
                  MetricFilterMatchRecord.builder().eventNumber(1L).build();
              return TestMetricFilterResponse.builder()
                  .matches(matches ? List.of(match) : List.of())
                  .build();
            });
    return new AwsConfirmation(logs);
  }
}

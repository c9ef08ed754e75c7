package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlJudgeTest {
  private static final Control CONTROL = ControlCatalog.load().find("vpc-changes").orElseThrow();

  private final ControlJudge judge = new ControlJudge();

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("no missed event"),
        new NullPointerException(),
        new StackOverflowError(),
        new OutOfMemoryError("Java heap space"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureInsideAControlIsThatControlsVerdictAndNamesTheDefect(Throwable failure)
      throws Exception {
    ControlJudge.Judge failing =
        (snapshot, requirement, others, options) -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        };

    Verdict verdict =
        new ControlJudge(failing, failing)
            .judge(CONTROL, with(Map.of()), account("good"), Confirmation.NOT_ASKED);

    assertThat(verdict.complianceType()).isEqualTo(ComplianceType.NON_COMPLIANT);
    assertThat(verdict.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.decided()).isFalse();
              assertThat(finding.problem()).contains("defect of Tocsin", failure.toString());
            });
  }

  @Test
  void otherControlsAreReadOnlyWhereAPatternIsToBeReplaced() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    ControlJudge counting =
        new ControlJudge(
            () -> {
              reads.incrementAndGet();
              return List.of();
            });

    counting.judge(CONTROL, with(Map.of()), account("good"), Confirmation.NOT_ASKED);
    assertThat(reads).hasValue(0);

    Control missed = ControlCatalog.load().find("security-group-changes").orElseThrow();
    counting.judge(missed, with(Map.of()), account("broken-links"), Confirmation.NOT_ASKED);
    assertThat(reads).hasPositiveValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventName = * }",
        "{ $.eventSource = ec2.amazonaws.com }",
        "{ $.eventName = \"*\" || $.a = 1 }",
        "{ $.recipientAccountId = \"ACCOUNT\" }",
        "{ $.eventName NOT EXISTS || $.eventName = * }"
      })
  void exemptionThatLeavesNothingIsNoVerdict(String text) throws Exception {
    for (String account : new String[] {"good", "broken-links"}) {
      Snapshot snapshot = account(account);
      String exempt = text.replace("ACCOUNT", snapshot.account());
      RuleParameters parameters = with(Map.of(Parameter.EXEMPT, exempt));
      assertThatThrownBy(() -> judge.judge(CONTROL, parameters, snapshot, Confirmation.NOT_ASKED))
          .isInstanceOf(NothingToSee.class)
          .hasMessageContaining("`exempt`")
          .hasMessageContaining("`vpc-changes`")
          .hasMessageContaining("found `" + exempt + "`");
    }
  }

  @Test
  void exemptionThatLeavesSomethingIsJudged() throws Exception {
    RuleParameters parameters = with(Map.of(Parameter.EXEMPT, "{ $.eventName = CreateVpc }"));

    assertThat(
            judge
                .judge(CONTROL, parameters, account("good"), Confirmation.NOT_ASKED)
                .complianceType())
        .isEqualTo(ComplianceType.COMPLIANT);
  }

  @Test
  void awsIsAskedOnlyIfTheParametersWantIt() throws Exception {
    Confirmation.Replay aws =
        (required, deployed, event) -> {
          throw new IllegalStateException("asked");
        };
    Snapshot account = account("broken-links");
    Control control = ControlCatalog.load().find("security-group-changes").orElseThrow();
    RuleParameters asking = with(Map.of());
    RuleParameters silent = with(Map.of(Parameter.CONFIRM_ON_AWS, "false"));

    assertThatThrownBy(() -> judge.judge(control, asking, account, aws)).hasMessage("asked");
    assertThat(judge.judge(control, silent, account, aws).missedEvent()).isPresent();
  }

  private static RuleParameters with(Map<Parameter, String> values) {
    return (RuleParameters) RuleParameters.parse(ControlCatalog.load(), values);
  }

  private static Snapshot account(String name) throws Exception {
    Path file =
        Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts", name + ".json");
    return SnapshotJson.read(Files.readString(file), name);
  }
}

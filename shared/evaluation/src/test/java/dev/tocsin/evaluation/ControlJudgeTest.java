package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.Watcher;
import dev.tocsin.filterpattern.Requirement;
import java.time.Instant;
import java.util.ArrayList;
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
        new ControlJudge(failing, failing, List::of)
            .judge(CONTROL, with(Map.of()), account("good"), Confirmation.NOT_ASKED);

    assertThat(verdict.complianceType()).isEqualTo(ComplianceType.NON_COMPLIANT);
    assertThat(verdict.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.decided()).isFalse();
              assertThat(finding.problem())
                  .contains("defect of Tocsin", failure + "` at `dev.tocsin.");
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

  @Test
  void othersAreWhatTheOtherControlsAskOfTheAccount() throws Exception {
    ControlCatalog catalog = ControlCatalog.load();
    List<Control> neighbours =
        Stream.of("vpc-changes", "security-group-changes", "config-rule-noncompliance")
            .map(id -> catalog.find(id).orElseThrow())
            .toList();
    List<Requirement> seen = new ArrayList<>();
    ControlJudge.Judge asking =
        (snapshot, requirement, others, options) -> {
          seen.addAll(others.get());
          throw new IllegalStateException("seen");
        };
    RuleParameters exempting =
        exempting(
            "[{\"name\": \"n\", \"pattern\": \"{ $.eventName = CreateVpc }\", \"reason\": \"r\", \"controls\": [\"vpc-changes\"]}]");

    new ControlJudge(asking, asking, () -> neighbours)
        .judge(neighbours.get(1), exempting, account("good"), Confirmation.NOT_ASKED);

    assertThat(seen)
        .extracting(Requirement::name)
        .containsExactly("vpc-changes", "security-group-changes");
    assertThat(seen.get(0).required().text()).isEqualTo(neighbours.get(0).required().text());
    assertThat(seen.get(0))
        .isNotEqualTo(neighbours.get(0).requirement(exempting.benchmark(), List.of()));
  }

  @Test
  void watchersAreThoseThatTheVerdictCounts() throws Exception {
    assertThat(judge.watchers(CONTROL, with(Map.of()), account("good")))
        .extracting(Watcher::subject)
        .contains("tocsin-vpc-changes", "tocsin-root-account-usage");
    Control unseen = ControlCatalog.load().find("config-rule-noncompliance").orElseThrow();
    assertThatThrownBy(() -> judge.watchers(unseen, with(Map.of()), account("good")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no trail carries the events of `config-rule-noncompliance`");
  }

  @Test
  void exemptionsThatLeaveNothingTogetherAreAllNamed() throws Exception {
    RuleParameters parameters =
        exempting("[\"{ $.eventName = CreateVpc }\", \"{ $.eventName != CreateVpc }\"]");

    assertThatThrownBy(
            () -> judge.judge(CONTROL, parameters, account("good"), Confirmation.NOT_ASKED))
        .isInstanceOfSatisfying(
            NothingToSee.class,
            mistake ->
                assertThat(mistake.problem().message())
                    .contains("`{ $.eventName = CreateVpc }`, `{ $.eventName != CreateVpc }`"));
  }

  @Test
  void onlyTheExemptionThatLeavesNothingAloneIsNamed() throws Exception {
    RuleParameters parameters =
        exempting("[\"{ $.eventName = CreateVpc }\", \"{ $.eventName = * }\"]");

    assertThatThrownBy(
            () -> judge.judge(CONTROL, parameters, account("good"), Confirmation.NOT_ASKED))
        .hasMessageContaining("found `{ $.eventName = * }`, which");
  }

  @Test
  void verdictSaysWhichExemptionsWereAboutTheControl() throws Exception {
    RuleParameters parameters =
        exempting("[\"{ $.eventName = CreateVpc }\", \"{ $.eventName = CreateSecurityGroup }\"]");

    assertThat(judge.judge(CONTROL, parameters, account("good"), Confirmation.NOT_ASKED).exempt())
        .extracting(Exemption::name)
        .containsExactly("{ $.eventName = CreateVpc }");
    assertThat(Asked.of(CONTROL, parameters, Instant.EPOCH).exempt())
        .extracting(Exemption::name)
        .containsExactly("{ $.eventName = CreateVpc }");
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
      RuleParameters parameters = exempting(exempt);
      assertThatThrownBy(() -> judge.judge(CONTROL, parameters, snapshot, Confirmation.NOT_ASKED))
          .isInstanceOf(NothingToSee.class)
          .hasMessageContaining("`exempt`")
          .hasMessageContaining("`vpc-changes`")
          .hasMessageContaining("found `" + exempt + "`");
    }
  }

  @Test
  void exemptionThatLeavesSomethingIsJudged() throws Exception {
    RuleParameters parameters = exempting("{ $.eventName = CreateVpc }");

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

  private static RuleParameters exempting(String exempt) {
    return with(Map.of(Parameter.EXEMPT, exempt));
  }

  private static Snapshot account(String name) throws Exception {
    return Accounts.read(Accounts.json(name));
  }
}

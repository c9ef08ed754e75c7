package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.Deadline;
import dev.tocsin.evaluation.OutOfTime;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command line's own deadline for judging an account. */
class AccountJudgeTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  @Test
  void anAccountThatTakesTooLongEndsWithWhatWasNotJudgedAndWhatToDoAndItsWorkIsInterrupted()
      throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatThrownBy(() -> judge(Duration.ofSeconds(2), hangs(interrupted)))
        .isInstanceOf(OutOfTime.class)
        .hasMessage(
            "judging account `111122223333` took longer than the 2 s that there are for it; without a verdict: `security-group-changes`, `vpc-changes`. Fix: name fewer controls with `--control`");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anAccountThatIsDoneInTimeIsAnswered() throws Exception {
    assertThat(judge(Duration.ofMinutes(2), Confirmation.NOT_ASKED).evaluations()).hasSize(3);
  }

  /** AWS, asked about a missed event, does not answer. */
  private static Confirmation.Replay hangs(CountDownLatch interrupted) {
    return (required, deployed, missedEvent) -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException end) {
        interrupted.countDown();
      }
      return Optional.empty();
    };
  }

  /** Of three controls the second misses an event. */
  private static AccountVerdicts judge(Duration time, Confirmation.Replay aws) throws Exception {
    Path account = Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts/good.json");
    String text = Files.readString(account).replace("AuthorizeSecurityGroupIngress", "Nothing");
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    return new AccountJudge(
            CATALOG, clock, () -> Deadline.in(time, "name fewer controls with `--control`"))
        .judge(
            SnapshotJson.read(text, "good.json"),
            Stream.of("root-account-usage", "security-group-changes", "vpc-changes")
                .map(id -> CATALOG.find(id).orElseThrow())
                .toList(),
            (RuleParameters)
                RuleParameters.parse(CATALOG, Map.of(Parameter.CONFIRM_ON_AWS, "true")),
            aws);
  }
}

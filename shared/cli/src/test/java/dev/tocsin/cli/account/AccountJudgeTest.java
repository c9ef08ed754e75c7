package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.Deadline;
import dev.tocsin.evaluation.OutOfTime;
import dev.tocsin.evaluation.RuleParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command line's own deadline for judging an account. */
class AccountJudgeTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final Control CONTROL = CATALOG.find("root-account-usage").orElseThrow();

  @Test
  void anAccountThatTakesTooLongEndsWithItsNameAndWhatToDoAndItsWorkIsInterrupted()
      throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatThrownBy(
            () -> judge(Duration.ofMillis(200), Stream.of(CONTROL).peek(hangs(interrupted))))
        .isInstanceOf(OutOfTime.class)
        .hasMessageContaining("judging account `111122223333`")
        .hasMessageContaining("name fewer controls");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anAccountThatIsDoneInTimeIsAnswered() throws Exception {
    assertThat(judge(Duration.ofMinutes(2), Stream.of(CONTROL)).evaluations()).hasSize(1);
  }

  private static Consumer<Control> hangs(CountDownLatch interrupted) {
    return control -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException end) {
        interrupted.countDown();
        Thread.currentThread().interrupt();
      }
    };
  }

  private static AccountVerdicts judge(Duration time, Stream<Control> controls) throws Exception {
    Path account = Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts/good.json");
    Snapshot snapshot = SnapshotJson.read(Files.readString(account), "good.json");
    Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    return new AccountJudge(
            CATALOG, clock, () -> Deadline.in(time, "name fewer controls with `--control`"))
        .judge(
            snapshot,
            controls,
            (RuleParameters) RuleParameters.parse(CATALOG, Map.of()),
            Confirmation.NOT_ASKED);
  }
}

package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.emulator.MadeUpCredentials;
import dev.tocsin.emulator.faults.FaultProxy;
import dev.tocsin.emulator.faults.FaultedAccount;
import dev.tocsin.emulator.faults.RandomRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The command line between faults of the wire: the verdict that is true of the account, or exit
 * code 3 and one line with the call and what to do. {@code -Dtocsin.faults=N} makes N runs, {@code
 * -Dtocsin.faults.from=SEED} starts at a seed.
 */
class FaultsTest {
  private static final int RUNS = Integer.getInteger("tocsin.faults", 30);
  private static final long FROM = Long.getLong("tocsin.faults.from", 0);
  private static final int AT_ONCE = 6;
  private static final Pattern CALL_AND_STEP =
      Pattern.compile("tocsin evaluate: (?:the answer of )?`\\w+:\\w+`.*; .*\\R");

  @BeforeAll
  static void credentials() {
    MadeUpCredentials.use();
  }

  @Test
  void noFaultMakesAVerdictUntrue() throws Exception {
    List<Callable<String>> runs = // one in three of the function's
        LongStream.range(FROM, FROM + RUNS)
            .mapToObj(i -> (Callable<String>) () -> outcome(RandomRun.ofSeed(3 * i)))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    Map<String, Integer> outcomes = new TreeMap<>();
    try {
      for (Future<String> outcome : threads.invokeAll(runs)) {
        outcomes.merge(outcome.get(), 1, Integer::sum);
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.printf("%d runs of the command line with faults: %s%n", RUNS, outcomes);
    List<String> problems = new ArrayList<>(outcomes.keySet());
    problems.removeAll(List.of("verdict", "read failed"));
    assertThat(problems).isEmpty();
    assertThat(outcomes).containsKeys("verdict", "read failed");
  }

  private static String outcome(RandomRun run) {
    try (FaultProxy proxy = new FaultProxy()) {
      proxy.begin(run);
      Run ended =
          Run.tocsin(
              "evaluate",
              "--endpoint-url",
              proxy.endpoint().toString(),
              "--region",
              FaultedAccount.REGION,
              "--control",
              "root-account-usage",
              "--accept-event-bridge");
      boolean isCompliant = ended.exitCode() == ExitCode.GOOD;
      if (isCompliant || ended.exitCode() == ExitCode.NOT_GOOD) {
        boolean isTrue = isCompliant == run.account().isMonitored();
        return isTrue || run.mayChange(isCompliant) ? "verdict" : run + ": " + ended;
      }
      boolean isExplained =
          ended.exitCode() == ExitCode.COULD_NOT_EVALUATE
              && ended.out().isEmpty()
              && CALL_AND_STEP.matcher(ended.err()).matches();
      return isExplained ? "read failed" : run + ": " + ended;
    }
  }
}

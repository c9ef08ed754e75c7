package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.emulator.MadeUpCredentials;
import dev.tocsin.emulator.faults.RandomRun;
import dev.tocsin.lambda.FaultedFunction.Ended;
import dev.tocsin.lambda.FaultedFunction.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The function between faults of the wire: whatever the answers become, it reports what is true of
 * the account, or nothing and says which call failed and what to do.
 *
 * <p>{@code -Dtocsin.faults=N} makes N runs, {@code -Dtocsin.faults.from=SEED} starts at a seed,
 * {@code -Dtocsin.faults.matrix=FILE} writes what came of each fault in each call.
 */
class FaultsTest {
  private static final int RUNS = Integer.getInteger("tocsin.faults", 270);
  private static final long FROM = Long.getLong("tocsin.faults.from", 0);
  private static final String MATRIX = System.getProperty("tocsin.faults.matrix");
  private static final int AT_ONCE = 6; // most of a run waits for its next attempt
  private static final int RUNS_OF_A_FUNCTION = 50; // then its retries are used up

  @BeforeAll
  static void credentials() {
    MadeUpCredentials.use();
  }

  @Test
  void noFaultMakesAVerdictUntrue() throws Exception {
    AtomicLong seeds = new AtomicLong(FROM);
    List<String> problems = new ArrayList<>();
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    List<Ended> runs = atOnce(() -> run(seeds));
    if (MATRIX != null) {
      Files.writeString(Path.of(MATRIX), FaultMatrix.of(runs));
    }
    for (Ended ended : runs) {
      outcomes.merge(ended.outcome(), 1, Integer::sum);
      problems.addAll(ended.problems());
    }

    System.out.printf("%d runs of the function with faults: %s%n", RUNS, outcomes);
    assertThat(problems).isEmpty();
    assertThat(outcomes).containsKeys(Outcome.SAME_VERDICT, Outcome.READ_FAILED);
  }

  /** An attribute of a topic whose name is longer than the JSON library reads. */
  @ParameterizedTest
  @ValueSource(longs = {3476, 5679})
  void runsThatOnceEndedInADefectEndAsDocumented(long seed) {
    try (FaultedFunction function = new FaultedFunction()) {
      assertThat(function.run(RandomRun.ofSeed(seed)).problems()).isEmpty();
    }
  }

  /** Runs until the seeds are used up. */
  private static List<Ended> run(AtomicLong seeds) {
    List<Ended> ended = new ArrayList<>();
    long seed = seeds.getAndIncrement();
    while (seed < FROM + RUNS) {
      try (FaultedFunction function = new FaultedFunction()) {
        for (int i = 0; i < RUNS_OF_A_FUNCTION && seed < FROM + RUNS; i++) {
          ended.add(function.run(RandomRun.ofSeed(seed)));
          seed = seeds.getAndIncrement();
        }
      }
    }
    return ended;
  }

  private static List<Ended> atOnce(Callable<List<Ended>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Ended> all = new ArrayList<>();
      for (Future<List<Ended>> done :
          threads.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> work).toList())) {
        all.addAll(done.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }
}

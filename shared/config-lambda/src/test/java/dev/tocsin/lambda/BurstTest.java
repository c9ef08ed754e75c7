package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many rules fire within a minute, in a time of the test's own: the two instances that the stack
 * reserves take one after the other, share their reads, and stay within the quotas of the account.
 */
class BurstTest {
  private static final int RULES = 72;
  private static final int INSTANCES = 2;
  private static final Instant START = Instant.parse("2026-11-21T05:00:00Z");
  private static final Duration READ = Duration.ofMillis(1_200);
  private static final Duration VERDICT = Duration.ofMillis(70);

  /** How often a read makes each call, and how often AWS takes it in a second. */
  private enum Quota {
    CLOUD_TRAIL_DESCRIBE_TRAILS(1, 10),
    CLOUD_TRAIL_GET_TRAIL_STATUS(1, 10),
    CLOUD_TRAIL_GET_EVENT_SELECTORS(1, 10),
    LOGS_DESCRIBE_LOG_GROUPS(1, 10),
    LOGS_DESCRIBE_METRIC_FILTERS(1, 5),
    CLOUD_WATCH_DESCRIBE_ALARMS(1, 9),
    SNS(3, 30);

    private final int calls;
    private final int aSecond;

    Quota(int calls, int aSecond) {
      this.calls = calls;
      this.aSecond = aSecond;
    }
  }

  static Stream<List<Duration>> firings() {
    return Stream.concat(
        Stream.of(
            IntStream.range(0, RULES).mapToObj(rule -> Duration.ZERO).toList(),
            IntStream.range(0, RULES).mapToObj(rule -> Duration.ofMillis(rule * 833L)).toList()),
        IntStream.range(0, 50)
            .mapToObj(
                seed ->
                    new Random(seed)
                        .ints(RULES, 0, 60_000)
                        .sorted()
                        .mapToObj(millis -> Duration.ofMillis(millis))
                        .toList()));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("firings")
  void staysWithinTheQuotas(List<Duration> firings) {
    List<Instance> instances = Stream.generate(Instance::new).limit(INSTANCES).toList();

    for (Duration firing : firings) {
      Instance free =
          instances.stream()
              .min(Comparator.comparing(instance -> instance.clock.now))
              .orElseThrow();
      free.evaluate(START.plus(firing));
    }

    List<Instant> reads = instances.stream().flatMap(one -> one.reads.stream()).sorted().toList();
    for (Quota quota : Quota.values()) {
      for (Instant from : reads) {
        long within =
            reads.stream()
                .filter(read -> !read.isBefore(from) && read.isBefore(from.plusSeconds(1)))
                .count();
        assertThat(within * quota.calls).as(quota.name()).isLessThanOrEqualTo(quota.aSecond);
      }
    }
    boolean atOnce = firings.get(RULES - 1).isZero();
    assertThat(reads).hasSizeLessThanOrEqualTo(atOnce ? 2 * INSTANCES : RULES);
    Instant end = instances.stream().map(one -> one.clock.now).max(Comparator.naturalOrder()).get();
    assertThat(Duration.between(START, end)).isLessThan(Duration.ofSeconds(65));
  }

  /** An instance of the function with a clock of its own. */
  private static final class Instance {
    private final SettableClock clock = new SettableClock(START);
    private final SnapshotCache cache = new SnapshotCache(clock);
    private final List<Instant> reads = new ArrayList<>();

    void evaluate(Instant notified) {
      clock.now = clock.now.isBefore(notified) ? notified : clock.now;
      Snapshot judged =
          cache.get(
              SnapshotRequest.of("123456789012", "eu-west-1"),
              notified,
              () -> {
                Instant begun = clock.now;
                reads.add(begun);
                clock.now = clock.now.plus(READ);
                return new Snapshot(
                    "123456789012",
                    "eu-west-1",
                    begun,
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of());
              });
      assertThat(judged.takenAt()).isAfterOrEqualTo(notified);
      clock.now = clock.now.plus(VERDICT);
    }
  }
}

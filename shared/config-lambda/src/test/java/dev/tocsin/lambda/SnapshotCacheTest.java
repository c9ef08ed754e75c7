package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCacheTest {
  private static final SnapshotRequest REQUEST = SnapshotRequest.of("123456789012", "eu-west-1");
  private static final Instant NOTIFIED = Instant.parse("2026-11-21T05:00:01Z");

  private final SettableClock clock = new SettableClock(NOTIFIED);
  private final SnapshotCache cache = new SnapshotCache(clock);
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void rulesThatFireTogetherShareOneRead() {
    clock.now = NOTIFIED.plusSeconds(3);
    get(REQUEST, NOTIFIED);
    clock.now = NOTIFIED.plusSeconds(40);
    get(REQUEST, NOTIFIED.minusSeconds(20));
    get(REQUEST, NOTIFIED.plusSeconds(2));

    assertThat(reads).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-4_000, -3_001, 1_000, 40_000, 3_600_000})
  void snapshotWhoseReadBeganBeforeTheNotificationIsNotServed(long millisAfterTheRead) {
    clock.now = NOTIFIED.plusSeconds(5);
    get(REQUEST, NOTIFIED);
    Instant later = clock.now.plusMillis(millisAfterTheRead);
    clock.now = clock.now.plusSeconds(90);
    get(REQUEST, later);

    // Within the second by which clocks may differ nothing is known, so it is read again.
    assertThat(reads).hasValue(later.isAfter(NOTIFIED.plusSeconds(4)) ? 2 : 1);
  }

  @Test
  void notificationFromTheSecondBeforeTheReadIsReadForItself() {
    clock.now = NOTIFIED.plusMillis(999);
    get(REQUEST, NOTIFIED);
    get(REQUEST, NOTIFIED);
    assertThat(reads).hasValue(2);

    clock.now = NOTIFIED.plusSeconds(1);
    get(REQUEST, NOTIFIED);
    get(REQUEST, NOTIFIED);
    assertThat(reads).hasValue(3);
  }

  @Test
  void threadsShareOneRead() {
    clock.now = NOTIFIED.plusSeconds(3);
    IntStream.range(0, 20).parallel().forEach(i -> get(REQUEST, NOTIFIED));

    assertThat(reads).hasValue(1);
  }

  @Test
  void laterNotificationIsReadAgainSinceSomethingMayHaveBeenRepaired() {
    clock.now = NOTIFIED.plusSeconds(3);
    get(REQUEST, NOTIFIED);
    get(REQUEST, NOTIFIED.plusSeconds(4));

    assertThat(reads).hasValue(2);
  }

  @Test
  void anotherAccountAndAnotherExtentAreReadApart() {
    get(REQUEST, NOTIFIED);
    get(REQUEST.withEventRules(), NOTIFIED);
    get(REQUEST.monitoredBy("444455556666"), NOTIFIED);

    assertThat(reads).hasValue(3);
  }

  @Test
  void snapshotServesFiveMinutes() {
    clock.now = NOTIFIED.plusSeconds(3);
    get(REQUEST, NOTIFIED);
    clock.now = clock.now.plus(Duration.ofMinutes(5));
    get(REQUEST, NOTIFIED);
    assertThat(reads).hasValue(1);

    clock.now = clock.now.plusMillis(1);
    get(REQUEST, NOTIFIED);
    assertThat(reads).hasValue(2);
  }

  @Test
  void readThatFailsIsNotRemembered() {
    assertThatThrownBy(
            () ->
                cache.get(
                    REQUEST,
                    NOTIFIED,
                    () -> {
                      throw new IllegalStateException("denied");
                    }))
        .hasMessage("denied");

    get(REQUEST, NOTIFIED);
    assertThat(reads).hasValue(1);
  }

  private void get(SnapshotRequest request, Instant notified) {
    cache.get(
        request,
        notified,
        () -> {
          reads.incrementAndGet();
          return new Snapshot(
              request.account(),
              request.region(),
              clock.now,
              List.of(),
              List.of(),
              Map.of(),
              List.of(),
              List.of());
        });
  }
}

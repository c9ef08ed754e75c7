package dev.tocsin.lambda;

import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One snapshot for the rules that fire together. A notification is answered from a snapshot iff its
 * read began after the notification was created, and at most five minutes ago; so what was repaired
 * before a notification is seen, whatever was read before. A read that fails is not remembered.
 * Thread-safe; a thread waits while another reads.
 */
final class SnapshotCache {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  /**
   * How far the clock of AWS Config, which dates notifications, may lag behind that of the
   * function, which dates snapshots. AWS keeps both to its time service; a second is far more than
   * they differ, and all that it costs is a second read within the first second.
   */
  static final Duration CLOCKS_APART = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<SnapshotRequest, Snapshot> snapshots = new HashMap<>();

  SnapshotCache(Clock clock) {
    this.clock = clock;
  }

  /** The snapshot for a notification, read unless a fresh one is there. */
  synchronized Snapshot get(SnapshotRequest request, Instant notified, Supplier<Snapshot> read) {
    Instant oldest = clock.instant().minus(MAX_AGE);
    snapshots.values().removeIf(snapshot -> snapshot.takenAt().isBefore(oldest));
    Snapshot snapshot = snapshots.get(request);
    if (snapshot == null || snapshot.takenAt().isBefore(notified.plus(CLOCKS_APART))) {
      snapshot = read.get();
      snapshots.put(request, snapshot);
    }
    return snapshot;
  }
}

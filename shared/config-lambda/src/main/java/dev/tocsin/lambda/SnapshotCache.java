package dev.tocsin.lambda;

import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One snapshot for the rules that fire together: those whose notifications come from the same
 * minute. A snapshot serves at most five minutes, and a read that fails is not remembered.
 * Thread-safe; a thread waits while another reads.
 */
final class SnapshotCache {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final Clock clock;
  private final Map<Key, Snapshot> snapshots = new HashMap<>();

  SnapshotCache(Clock clock) {
    this.clock = clock;
  }

  /** The snapshot for a notification, read unless a fresh one is there. */
  synchronized Snapshot get(SnapshotRequest request, Instant notified, Supplier<Snapshot> read) {
    Instant oldest = clock.instant().minus(MAX_AGE);
    snapshots.values().removeIf(snapshot -> snapshot.takenAt().isBefore(oldest));
    Key key = new Key(request, notified.truncatedTo(ChronoUnit.MINUTES));
    Snapshot snapshot = snapshots.get(key);
    if (snapshot == null) {
      snapshot = read.get();
      snapshots.put(key, snapshot);
    }
    return snapshot;
  }

  private record Key(SnapshotRequest request, Instant minute) {}
}

package dev.tocsin.chain.judge.link;

import java.time.Duration;
import java.time.Instant;

/** Moments that a snapshot names, beside the one at which it was taken. */
final class Moments {
  /** Clocks differ, and whoever pastes a snapshot together may name its day only. */
  private static final Duration TOLERATED = Duration.ofDays(1);

  private Moments() {}

  /** True iff it lies so far after the snapshot that one of the two is wrong. */
  static boolean isToCome(Instant moment, Instant now) {
    return Duration.between(now, moment).compareTo(TOLERATED) > 0;
  }
}

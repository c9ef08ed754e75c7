package dev.tocsin.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How time goes by for a drill. */
public interface Pace {
  /** The moment it is. */
  Instant now();

  /** Waits. */
  void pause(Duration length);

  /** How long between two looks. */
  Duration betweenLooks();

  /** The time of a clock, waited out for real, with a look every ten seconds. */
  static Pace of(Clock clock) {
    return new Pace() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public Duration betweenLooks() {
        return Duration.ofSeconds(10);
      }

      @Override
      public void pause(Duration length) {
        try {
          Thread.sleep(length.toMillis());
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", interrupted);
        }
      }
    };
  }
}

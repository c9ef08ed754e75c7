package dev.tocsin.drill;

import java.time.Duration;

/** Times in words: {@code 2 min 14 s}. */
public final class Lasting {
  private Lasting() {}

  /** A time in whole seconds. */
  public static String of(Duration time) {
    long minutes = time.toMinutes();
    int seconds = time.toSecondsPart();
    if (minutes == 0) {
      return seconds + " s";
    }
    return seconds == 0 ? minutes + " min" : "%d min %d s".formatted(minutes, seconds);
  }
}

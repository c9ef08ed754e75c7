package dev.tocsin.cli.account;

import dev.tocsin.evaluation.Deadline;
import java.time.Duration;

/** How long an account may take to be read, and again to be judged: as long as the function has. */
final class TimeLimit {
  private static final Duration TIME = Duration.ofMinutes(5);

  private TimeLimit() {}

  static Deadline start() {
    return Deadline.in(TIME, "name fewer controls with `--control`");
  }
}

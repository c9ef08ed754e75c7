package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.reading.WildcardReading;

/** Settles how {@code *} is read. */
final class Readings {

  private Readings() {}

  /** Whether the condition depends on it. */
  static boolean matter(Condition condition) {
    return condition instanceof Condition.ByReading
        || condition.parts().stream().anyMatch(Readings::matter);
  }

  /** The condition under one reading. */
  static Condition settle(Condition condition, WildcardReading reading) {
    return condition instanceof Condition.ByReading byReading
        ? settle(byReading.under(reading), reading)
        : condition.map(part -> settle(part, reading));
  }
}

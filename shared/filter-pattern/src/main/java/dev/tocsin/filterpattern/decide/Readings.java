package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.match.WildcardReading;

/** Settles how {@code *} is read. */
final class Readings {

  private Readings() {}

  /** Whether the condition depends on it. */
  static boolean matter(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts().stream().anyMatch(Readings::matter);
    }
    if (condition instanceof Condition.Any any) {
      return any.parts().stream().anyMatch(Readings::matter);
    }
    if (condition instanceof Condition.Not not) {
      return matter(not.part());
    }
    if (condition instanceof Condition.SomeElement some) {
      return matter(some.element());
    }
    return condition instanceof Condition.ByReading;
  }

  /** The condition under one reading. */
  static Condition settle(Condition condition, WildcardReading reading) {
    if (condition instanceof Condition.All all) {
      return new Condition.All(all.parts().stream().map(part -> settle(part, reading)).toList());
    }
    if (condition instanceof Condition.Any any) {
      return new Condition.Any(any.parts().stream().map(part -> settle(part, reading)).toList());
    }
    if (condition instanceof Condition.Not not) {
      return new Condition.Not(settle(not.part(), reading));
    }
    if (condition instanceof Condition.SomeElement some) {
      return new Condition.SomeElement(some.container(), settle(some.element(), reading));
    }
    if (condition instanceof Condition.ByReading byReading) {
      return settle(
          reading == WildcardReading.GLOB ? byReading.glob() : byReading.leftmost(), reading);
    }
    return condition;
  }
}

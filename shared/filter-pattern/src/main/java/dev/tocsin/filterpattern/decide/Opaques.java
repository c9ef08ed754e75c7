package dev.tocsin.filterpattern.decide;

import dev.tocsin.filterpattern.condition.Condition;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names what a condition could not express. */
final class Opaques {

  private Opaques() {}

  static String in(Condition condition) {
    Set<String> features = new LinkedHashSet<>();
    collect(condition, features);
    return features.isEmpty() ? "values that are too many to search" : String.join(", ", features);
  }

  private static void collect(Condition condition, Set<String> features) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(part, features));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(part, features));
    } else if (condition instanceof Condition.Not not) {
      collect(not.part(), features);
    } else if (condition instanceof Condition.SomeElement some) {
      collect(some.element(), features);
    } else if (condition instanceof Condition.ByReading byReading) {
      collect(byReading.leftmost(), features);
    } else if (condition instanceof Condition.Opaque opaque) {
      features.add(opaque.feature());
    }
  }
}

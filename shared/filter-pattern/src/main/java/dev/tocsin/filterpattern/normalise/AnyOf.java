package dev.tocsin.filterpattern.normalise;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Alternatives, with the words that one field is compared with as one set: thirty event names are
 * one question about the field {@code eventName} and not thirty.
 */
final class AnyOf {

  private AnyOf() {}

  /** Some of the alternatives hold. */
  static Condition the(List<Condition> alternatives) {
    Map<FieldPath, Set<String>> words = new HashMap<>();
    for (Condition alternative : alternatives) {
      if (isWord(alternative)) {
        words
            .computeIfAbsent(path(alternative), path -> new LinkedHashSet<>())
            .addAll(words(alternative));
      }
    }
    List<Condition> parts = new ArrayList<>();
    for (Condition alternative : alternatives) {
      if (!isWord(alternative)) {
        parts.add(alternative);
        continue;
      }
      Set<String> all = words.remove(path(alternative));
      if (all != null) {
        parts.add(new Condition.Field(path(alternative), ValueSet.spelled(TextSet.words(all))));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private static FieldPath path(Condition word) {
    return ((Condition.Field) word).path();
  }

  private static Set<String> words(Condition word) {
    return ((TextSet.Words) ((Condition.Field) word).values().strings()).words();
  }

  /** Whether it compares a field with words, and numbers with the same words. */
  private static boolean isWord(Condition condition) {
    return condition instanceof Condition.Field field
        && field.values().strings() instanceof TextSet.Words words
        && !words.except()
        && field.values().equals(ValueSet.spelled(words));
  }
}

package dev.tocsin.chain.judge.fit;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How many of a control's event names a test sees. Names that control and test do not tell apart
 * are asked of the engine once.
 */
final class NamesSeen {
  private static final Known NAMED = new Known("eventName");

  /**
   * One of the control's event names.
   *
   * @param events the control's events of that name
   * @param like the number of the first name of which the control asks the same beside the name;
   *     empty iff that cannot be told
   */
  private record Named(String name, FilterPattern events, OptionalInt like) {}

  /** What control and test ask of events beside their names. */
  private record Left(int ofControl, Condition ofTest) {}

  private final List<Named> names = new ArrayList<>();

  /**
   * @param texts the names, each without what has a meaning in patterns
   */
  NamesSeen(Requirement requirement, Set<String> texts) {
    List<Condition> parts = new ArrayList<>();
    parts.add(requirement.required().condition());
    requirement.facts().forEach(fact -> parts.add(fact.holds().condition()));
    requirement.exempt().forEach(exempt -> parts.add(Condition.not(exempt.condition())));
    Condition asked = new Condition.All(parts);
    List<Condition> lefts = new ArrayList<>();
    for (String text : texts) {
      requirement
          .required()
          .and(FilterPattern.of("{ $.eventName = \"" + text + "\" }"))
          .ifPresent(
              events -> names.add(new Named(text, events, like(NAMED.left(asked, text), lefts))));
    }
  }

  private static OptionalInt like(Optional<Condition> left, List<Condition> before) {
    if (left.isEmpty()) {
      return OptionalInt.empty();
    }
    before.add(left.get());
    return OptionalInt.of(before.indexOf(left.get()));
  }

  /**
   * The number of names.
   *
   * @param seen whether the test sees some of these events for certain
   */
  int by(EventTest test, Predicate<FilterPattern> seen) {
    Condition condition = test.condition();
    Map<Left, Boolean> known = new HashMap<>();
    int count = 0;
    for (Named one : names) {
      Optional<Condition> ofTest =
          one.like().isEmpty() ? Optional.empty() : NAMED.left(condition, one.name());
      boolean isSeen =
          ofTest.isEmpty()
              ? seen.test(one.events())
              : known.computeIfAbsent(
                  new Left(one.like().orElseThrow(), ofTest.get()),
                  left -> !left.ofTest().equals(Condition.never()) && seen.test(one.events()));
      count += isSeen ? 1 : 0;
    }
    return count;
  }
}

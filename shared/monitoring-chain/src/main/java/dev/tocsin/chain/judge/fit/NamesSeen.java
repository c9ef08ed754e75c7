package dev.tocsin.chain.judge.fit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How many of a control's event names a test sees. Names that control and test do not tell apart
 * are asked of the engine once.
 */
final class NamesSeen {
  private static final String FIELD = "eventName";
  private static final Known NAMED = new Known(FIELD);

  /**
   * One of the control's event names.
   *
   * @param events the control's events of that name
   * @param samples records of that name, the control's own and such as were given the name
   * @param like the number of the first name of which the control asks the same beside the name;
   *     empty iff that cannot be told
   */
  record Named(String name, FilterPattern events, List<ObjectNode> samples, OptionalInt like) {}

  /** What control and test ask of events beside their names. */
  private record Left(int ofControl, Condition ofTest) {}

  private final List<Named> names = new ArrayList<>();

  private final boolean complete;

  /**
   * @param texts the names, each without what has a meaning in patterns
   * @param complete whether every event of the control has one of the names
   */
  NamesSeen(Requirement requirement, Set<String> texts, boolean complete) {
    this.complete = complete;
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
              events ->
                  names.add(
                      new Named(
                          text,
                          events,
                          named(requirement.samples(), text),
                          like(NAMED.left(asked, text), lefts))));
    }
  }

  /** The records of that name, and one of each service with that name in place of its own. */
  private static List<ObjectNode> named(List<ObjectNode> samples, String name) {
    Map<String, ObjectNode> renamed = new LinkedHashMap<>();
    samples.forEach(
        sample ->
            renamed.computeIfAbsent(
                sample.path("eventSource").asText(), source -> sample.deepCopy().put(FIELD, name)));
    return Stream.concat(
            samples.stream().filter(sample -> sample.path(FIELD).asText().equals(name)),
            renamed.values().stream())
        .toList();
  }

  /** The control's events of each name. */
  List<Named> names() {
    return names;
  }

  private static OptionalInt like(Optional<Condition> left, List<Condition> before) {
    if (left.isEmpty()) {
      return OptionalInt.empty();
    }
    before.add(left.get());
    return OptionalInt.of(before.indexOf(left.get()));
  }

  /**
   * The number of names, for a test that sees some of the control's events for certain.
   *
   * @param seen whether the test sees some of these events for certain
   */
  int by(EventTest test, Predicate<Named> seen) {
    Condition condition = test.condition();
    Map<Left, Boolean> known = new HashMap<>();
    onlyOne(condition).ifPresent(left -> known.put(left, true));
    int count = 0;
    for (Named one : names) {
      Optional<Condition> ofTest =
          one.like().isEmpty() ? Optional.empty() : NAMED.left(condition, one.name());
      boolean isSeen =
          ofTest.isEmpty()
              ? seen.test(one)
              : known.computeIfAbsent(
                  new Left(one.like().orElseThrow(), ofTest.get()),
                  left -> !left.ofTest().equals(Condition.never()) && seen.test(one));
      count += isSeen ? 1 : 0;
    }
    return count;
  }

  /**
   * What the test asks of events of a name beside it, where it asks the same of every name that it
   * may see at all and no event of the control has another: it sees some of one iff it sees some of
   * the control's events; empty where it is not so.
   */
  private Optional<Left> onlyOne(Condition test) {
    if (!complete) {
      return Optional.empty();
    }
    Set<Left> lefts = new LinkedHashSet<>();
    for (Named one : names) {
      Optional<Condition> left =
          one.like().isEmpty() ? Optional.empty() : NAMED.left(test, one.name());
      if (left.isEmpty()) {
        return Optional.empty();
      }
      if (!left.get().equals(Condition.never())) {
        lefts.add(new Left(one.like().orElseThrow(), left.get()));
      }
    }
    return lefts.size() == 1 ? lefts.stream().findFirst() : Optional.empty();
  }
}

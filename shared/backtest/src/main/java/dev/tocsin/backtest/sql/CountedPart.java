package dev.tocsin.backtest.sql;

import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.tally.AlarmTiming;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some of a subject's events, to be counted.
 *
 * @param number the subject's; 0 is every record
 * @param label the subject for people
 * @param kind which of its events
 * @param seconds the period in which one event puts the alarm into ALARM
 * @param condition on the columns of the tests
 * @param tests the numbers of the tests in the condition
 */
record CountedPart(
    int number, String label, Kind kind, int seconds, String condition, Set<Integer> tests) {

  /** Which events of a subject. */
  enum Kind {
    /** All of them. */
    EVENTS,
    /** Those that are exempt. */
    EXEMPT,
    /** The others. */
    LEFT,
    /** Those of the others that nothing tells of. */
    UNSEEN;

    /** In a row of the answer. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Every record. */
  static CountedPart all() {
    return new CountedPart(0, "every record", Kind.EVENTS, 86_400, "true", Set.of());
  }

  /** What is counted of a subject; the exempt only where something is. */
  static List<CountedPart> of(
      Subject subject, int number, List<FilterPattern> exemptions, TestColumns tests)
      throws Inexpressible {
    Builder part = new Builder(subject, number);
    int own = tests.number(subject.test());
    List<Integer> exempt = numbers(exemptions, tests);
    List<CountedPart> parts = new ArrayList<>();
    parts.add(part.of(Kind.EVENTS, own, List.of(), List.of()));
    if (!exempt.isEmpty()) {
      parts.add(part.of(Kind.EXEMPT, own, exempt, List.of()));
      parts.add(part.of(Kind.LEFT, own, List.of(), exempt));
    }
    if (subject.watchers().isPresent()) {
      List<Integer> seen = new ArrayList<>(exempt);
      seen.addAll(numbers(subject.watchers().get(), tests));
      parts.add(part.of(Kind.UNSEEN, own, List.of(), seen));
    }
    return parts;
  }

  private static List<Integer> numbers(List<? extends EventTest> all, TestColumns tests)
      throws Inexpressible {
    List<Integer> numbers = new ArrayList<>();
    for (EventTest test : all) {
      numbers.add(tests.number(test));
    }
    return numbers;
  }

  /** A row of the query. */
  String row() {
    return "      ROW(%d, %s, '%s', %d, %s)"
        .formatted(number, Literal.of(label), kind.id(), seconds, condition);
  }

  private record Builder(Subject subject, int number) {

    /**
     * The subject's own events that one of some tests matches, if there are any, and none of
     * others.
     */
    CountedPart of(Kind kind, int own, List<Integer> some, List<Integer> none) {
      Set<Integer> used = new TreeSet<>(some);
      used.addAll(none);
      used.add(own);
      AlarmTiming timing = subject.timing();
      String condition =
          TestColumns.name(own)
              + (some.isEmpty() ? "" : " AND " + any(some))
              + (none.isEmpty() ? "" : " AND NOT " + any(none));
      return new CountedPart(
          number,
          subject.kind().id() + " " + subject.name(),
          kind,
          timing.period(),
          condition,
          used);
    }

    private static String any(List<Integer> tests) {
      return tests.stream()
          .distinct()
          .map(TestColumns::name)
          .collect(Collectors.joining(" OR ", "(", ")"));
    }
  }
}

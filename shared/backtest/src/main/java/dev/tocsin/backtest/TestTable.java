package dev.tocsin.backtest;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every test that is put to a record, each once, and the numbers of those that a subject needs. */
final class TestTable {
  private static final int NONE = -1;

  private final List<EventTest> tests = new ArrayList<>();
  private final int[] ofSubjects;
  private final int[][] watchers;
  private final int exempt;

  TestTable(List<Subject> subjects, Optional<FilterPattern> exempt) {
    this.ofSubjects = subjects.stream().mapToInt(subject -> number(subject.test())).toArray();
    this.watchers =
        subjects.stream()
            .map(subject -> subject.watchers().map(this::numbers).orElse(null))
            .toArray(int[][]::new);
    this.exempt = exempt.map(this::number).orElse(NONE);
  }

  List<EventTest> tests() {
    return tests;
  }

  /** The number of a subject's own test. */
  int ofSubject(int subject) {
    return ofSubjects[subject];
  }

  /** The numbers of the tests of what tells of a subject's events; null iff that is not asked. */
  int[] watchers(int subject) {
    return watchers[subject];
  }

  boolean exempts() {
    return exempt != NONE;
  }

  /** The number of the exemption's test. Precondition: there is one. */
  int exempt() {
    return exempt;
  }

  private int[] numbers(List<EventTest> all) {
    return all.stream().mapToInt(this::number).toArray();
  }

  private int number(EventTest test) {
    int known = tests.indexOf(test);
    if (known >= 0) {
      return known;
    }
    tests.add(test);
    return tests.size() - 1;
  }
}

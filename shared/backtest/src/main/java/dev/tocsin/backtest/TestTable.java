package dev.tocsin.backtest;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Every test that is put to a record, each once, and the numbers of those that a subject needs. */
final class TestTable {
  private final List<EventTest> tests = new ArrayList<>();
  private final int[] ofSubjects;
  private final int[][] watchers;
  private final int[][] exempt;

  TestTable(List<Subject> subjects, Function<Subject, List<FilterPattern>> exempt) {
    this.ofSubjects = subjects.stream().mapToInt(subject -> number(subject.test())).toArray();
    this.watchers =
        subjects.stream()
            .map(subject -> subject.watchers().map(this::numbers).orElse(null))
            .toArray(int[][]::new);
    this.exempt = subjects.stream().map(exempt).map(this::numbers).toArray(int[][]::new);
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

  /** The numbers of the tests of what is exempt for a subject. */
  int[] exempt(int subject) {
    return exempt[subject];
  }

  private int[] numbers(List<? extends EventTest> all) {
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

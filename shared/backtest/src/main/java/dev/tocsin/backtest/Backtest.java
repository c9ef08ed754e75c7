package dev.tocsin.backtest;

import dev.tocsin.backtest.stream.SharedTests;
import dev.tocsin.backtest.tally.Happening;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.records.Fields;
import dev.tocsin.records.RecordReader;
import dev.tocsin.records.RecordSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts all subjects to records in one pass. */
public final class Backtest {

  private final List<Subject> subjects;
  private final Function<Subject, List<FilterPattern>> exempt;

  /**
   * A backtest to be run.
   *
   * @param exempt events of a subject that, it is proposed, need not raise an alarm
   */
  public Backtest(List<Subject> subjects, Function<Subject, List<FilterPattern>> exempt) {
    this.subjects = List.copyOf(subjects);
    this.exempt = exempt;
  }

  /**
   * Reads all sources, on so many threads.
   *
   * @param seen told of every record as it has been counted; called from all threads
   */
  public BacktestReport run(Stream<RecordSource> sources, int threads, Runnable seen) {
    TestTable table = new TestTable(subjects, exempt);
    List<Tally> tallies =
        new RecordReader(fields(table.tests()))
            .readAll(sources, () -> new Tally(subjects, table, seen), threads);
    Tally first = tallies.get(0);
    tallies.stream().skip(1).forEach(first::addAll);
    return first.report();
  }

  private static Fields fields(List<EventTest> tests) {
    return SharedTests.fields(tests).and(Fields.of(Happening.PATHS));
  }
}

package dev.tocsin.backtest.sql;

import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.tally.AlarmTiming;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One query that counts for all subjects what a backtest counts, in one reading of the table.
 *
 * @param sql the query; empty iff nothing is left to ask
 * @param asked the subjects in it: a row's number is a subject's place here, from 1
 * @param exempting whether each of those has an exemption, in their order
 * @param leftOut the subjects that SQL cannot say exactly, with the reason of each: for the local
 *     run
 */
public record BacktestQuery(
    String sql, List<Subject> asked, List<Boolean> exempting, Map<Subject, String> leftOut) {

  private static final int DAY = 86_400;

  /**
   * Compiles the subjects.
   *
   * @param table which of AWS's tables
   * @param name the table's name, or the event data store's id
   * @param from the first day, as {@code 2025-01-31}
   * @param to the last day
   * @param exempt events of a subject that need not raise an alarm; what SQL cannot say of them
   *     leaves the subject out
   */
  public static BacktestQuery of(
      List<Subject> subjects,
      Function<Subject, List<FilterPattern>> exempt,
      TrailTable table,
      String name,
      String from,
      String to) {
    TestColumns tests = new TestColumns(table);
    List<CountedPart> parts = new ArrayList<>();
    List<Subject> asked = new ArrayList<>();
    List<Boolean> exempting = new ArrayList<>();
    Map<Subject, String> leftOut = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      List<FilterPattern> exemptions = exempt.apply(subject);
      try {
        requireCountable(subject.timing());
        parts.addAll(CountedPart.of(subject, asked.size() + 1, exemptions, tests));
        asked.add(subject);
        exempting.add(!exemptions.isEmpty());
      } catch (Inexpressible reason) {
        leftOut.put(subject, reason.getMessage());
      }
    }
    String sql =
        parts.isEmpty() ? "" : new QueryText(table, tests).of(parts, name, table.between(from, to));
    return new BacktestQuery(sql, List.copyOf(asked), List.copyOf(exempting), leftOut);
  }

  private static void requireCountable(AlarmTiming timing) throws Inexpressible {
    if (timing.events() != 1 || timing.periods() != 1) {
      throw new Inexpressible("its alarm needs more than one event or data point");
    }
    if (DAY % timing.period() != 0) {
      throw new Inexpressible(
          "its alarm's period of %d seconds begins on one day and ends on another"
              .formatted(timing.period()));
    }
  }
}

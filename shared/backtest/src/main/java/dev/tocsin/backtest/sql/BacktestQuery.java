package dev.tocsin.backtest.sql;

import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.tally.AlarmTiming;
import dev.tocsin.filterpattern.FilterPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One query that counts for all subjects what a backtest counts: events, rings and minutes in ALARM
 * by day, the noisiest principal, an example.
 *
 * @param sql the query
 * @param leftOut the subjects that SQL cannot say exactly, with the reason of each: for the local
 *     run
 */
public record BacktestQuery(String sql, Map<Subject, String> leftOut) {

  /** In characters, far below what Trino was seen to compile. */
  private static final int LONGEST_ARRAY = 5_000;

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
    PatternSql patterns = new PatternSql(table);
    List<String> rows = new ArrayList<>();
    Map<Subject, String> leftOut = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      try {
        requireSinglePeriods(subject.timing());
        String test = patterns.of(subject.test());
        StringBuilder left = new StringBuilder();
        for (FilterPattern events : exempt.apply(subject)) {
          left.append(" AND NOT coalesce(").append(patterns.of(events)).append(", false)");
        }
        rows.add(
            "    ROW(%s, %s, %d, %s%s)"
                .formatted(
                    Literal.of(subject.kind().id()),
                    Literal.of(subject.name()),
                    subject.timing().period(),
                    test,
                    left));
      } catch (Inexpressible reason) {
        leftOut.put(subject, reason.getMessage());
      }
    }
    return new BacktestQuery(
        rows.isEmpty() ? "" : query(rows, table, name, table.between(from, to)), leftOut);
  }

  private static void requireSinglePeriods(AlarmTiming timing) throws Inexpressible {
    if (timing.events() != 1 || timing.periods() != 1) {
      throw new Inexpressible("its alarm needs more than one event or data point");
    }
  }

  /**
   * The rows in arrays that are unnested side by side: Trino compiles each array by itself, and
   * fails where one is too large.
   */
  private static List<List<String>> shared(List<String> rows) {
    List<List<String>> arrays = new ArrayList<>();
    int length = LONGEST_ARRAY;
    for (String row : rows) {
      length += row.length();
      if (length > LONGEST_ARRAY) {
        arrays.add(new ArrayList<>());
        length = row.length();
      }
      arrays.get(arrays.size() - 1).add(row);
    }
    return arrays;
  }

  private static String array(List<String> rows) {
    return "    ARRAY[\n" + String.join(",\n", rows) + "]";
  }

  private static String columns(String form, int count) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining(", "));
  }

  /** A period is in ALARM iff it holds an event; it rings iff the one before does not. */
  private static String query(List<String> rows, TrailTable table, String name, String where) {
    List<List<String>> arrays = shared(rows);
    return """
        WITH hits AS (
          SELECT s.kind, s.name, s.period AS seconds,
            CAST(floor(%s / s.period) AS bigint) AS period,
            t.eventid, t.eventname, t.sourceipaddress AS address,
            coalesce(t.useridentity.sessioncontext.sessionissuer.arn, t.useridentity.arn,
              t.useridentity.username, t.useridentity.principalid, t.useridentity.type) AS principal
          FROM %s t CROSS JOIN UNNEST(
        %s) AS u (%s)
          CROSS JOIN UNNEST(ARRAY[%s]) AS s (kind, name, period, matches)
          WHERE %s AND s.matches),
        periods AS (
          SELECT kind, name, seconds, period, count(*) AS events, min(eventid) AS example
          FROM hits GROUP BY kind, name, seconds, period),
        rung AS (
          SELECT *, CASE WHEN lag(period) OVER (PARTITION BY kind, name, seconds ORDER BY period) = period - 1
            THEN 0 ELSE 1 END AS ring
          FROM periods),
        principals AS (
          SELECT kind, name, max_by(principal, n) AS principal FROM (
            SELECT kind, name, principal, count(*) AS n FROM hits GROUP BY kind, name, principal)
          GROUP BY kind, name)
        SELECT r.kind, r.name, date_add('day', r.period * r.seconds / 86400, DATE '1970-01-01') AS day,
          sum(r.events) AS events, sum(r.ring) AS rings, count(*) * max(r.seconds) / 60 AS minutes_in_alarm,
          max(p.principal) AS noisiest_principal, min(r.example) AS example_event_id
        FROM rung r JOIN principals p ON p.kind = r.kind AND p.name = r.name
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """
        .formatted(
            table.second(),
            name,
            arrays.stream().map(BacktestQuery::array).collect(Collectors.joining(",\n")),
            columns("k%1$d, n%1$d, p%1$d, m%1$d", arrays.size()),
            columns("ROW(k%1$d, n%1$d, p%1$d, m%1$d)", arrays.size()),
            where);
  }
}

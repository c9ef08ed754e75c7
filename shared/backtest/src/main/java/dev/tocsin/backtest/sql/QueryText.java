package dev.tocsin.backtest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text of a query. Its table stands in it once, and nothing that is derived from it stands
 * twice: a `WITH` is not a reading that is kept, each mention reads the table again and is charged
 * again.
 */
final class QueryText {

  /** In characters, far below what Trino was seen to compile. */
  private static final int LONGEST_ARRAY = 5_000;

  private final TrailTable table;
  private final TestColumns tests;

  QueryText(TrailTable table, TestColumns tests) {
    this.table = table;
    this.tests = tests;
  }

  /**
   * The parts in arrays that are unnested side by side: Trino compiles each array by itself, with
   * the tests in it, and fails where one is too large.
   */
  private List<List<CountedPart>> shared(List<CountedPart> parts) {
    List<List<CountedPart>> arrays = new ArrayList<>();
    Set<Integer> within = new TreeSet<>();
    int length = LONGEST_ARRAY;
    for (CountedPart part : parts) {
      int more =
          part.row().length()
              + part.tests().stream()
                  .filter(test -> !within.contains(test))
                  .mapToInt(tests::length)
                  .sum();
      if (length + more > LONGEST_ARRAY) {
        arrays.add(new ArrayList<>());
        within.clear();
        length = part.row().length() + part.tests().stream().mapToInt(tests::length).sum();
      } else {
        length += more;
      }
      within.addAll(part.tests());
      arrays.get(arrays.size() - 1).add(part);
    }
    return arrays;
  }

  private static String array(List<CountedPart> parts) {
    return parts.stream()
        .map(CountedPart::row)
        .collect(Collectors.joining(",\n", "    ARRAY[\n", "]"));
  }

  private static String columns(String form, int count) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining(", "));
  }

  /**
   * A period is in ALARM iff it holds an event; it rings iff the one before does not. No cell of
   * the answer is NULL, which not every service tells from a text.
   */
  String of(List<CountedPart> parts, String name, String where) {
    List<CountedPart> all = new ArrayList<>(parts);
    all.add(0, CountedPart.all());
    List<List<CountedPart>> arrays = shared(all);
    Set<Integer> used = new TreeSet<>();
    parts.forEach(part -> used.addAll(part.tests()));
    return """
        WITH records AS (
          SELECT %s AS second, coalesce(%s, '(none)') AS moment,
            %s AS id, %s AS event, %s AS address, %s AS agent,
            %s AS principal%s
          FROM %s t
          WHERE t.eventname IS NOT NULL AND %s),
        hits AS (
          SELECT s.number, s.subject, s.part, s.seconds, r.event, r.principal, r.address, r.agent, r.moment,
            CAST(floor(r.second / s.seconds) AS bigint) AS period,
            ARRAY[r.id, r.moment, r.event, r.principal] AS example
          FROM records r CROSS JOIN UNNEST(
        %s) AS u (%s)
          CROSS JOIN UNNEST(ARRAY[%s]) AS s (number, subject, part, seconds, matches)
          WHERE s.matches),
        counted AS (
          SELECT number, subject, part, seconds, period,
            grouping(period, event, principal, address, agent) AS g,
            coalesce(event, principal, address, agent) AS value, count(*) AS n,
            min(moment) AS first, max(moment) AS last,
            min_by(example, moment || element_at(example, 1), 3) AS examples
          FROM hits GROUP BY GROUPING SETS ((number, subject, part, seconds),
            (number, subject, part, seconds, period), (number, subject, part, seconds, event),
            (number, subject, part, seconds, principal), (number, subject, part, seconds, address),
            (number, subject, part, seconds, agent))),
        ranked AS (
          SELECT *, lag(period) OVER (PARTITION BY number, part, g ORDER BY period) AS before,
            row_number() OVER (PARTITION BY number, part, g ORDER BY n DESC, value) AS place
          FROM counted WHERE number > 0 OR g IN (15, 31))
        SELECT number, subject, part,
          CASE g WHEN 31 THEN 'all' WHEN 15 THEN 'day' WHEN 23 THEN 'event' WHEN 27 THEN 'principal'
            WHEN 29 THEN 'address' ELSE 'agent' END AS about,
          CASE g WHEN 15 THEN CAST(date_add('day', period * seconds / 86400, DATE '1970-01-01') AS varchar)
            ELSE coalesce(value, '') END AS value,
          sum(n) AS events,
          sum(CASE WHEN g <> 15 OR before = period - 1 THEN 0 ELSE 1 END) AS rings,
          sum(CASE g WHEN 15 THEN seconds ELSE 0 END) AS seconds_in_alarm,
          min(first) AS first, max(last) AS last,
          CASE g WHEN 31 THEN json_format(CAST(max(examples) AS json)) ELSE '' END AS examples
        FROM ranked WHERE (g = 15 AND period IS NOT NULL) OR g = 31 OR (g <> 15 AND place <= 5)
        GROUP BY 1, 2, 3, 4, 5, g ORDER BY 1, 3, 4, 6 DESC, 5
        """
        .formatted(
            table.second(),
            table.time(),
            text("t.eventid"),
            text("t.eventname"),
            text("t.sourceipaddress"),
            text("t.useragent"),
            text(
                "t.useridentity.sessioncontext.sessionissuer.arn, t.useridentity.arn,"
                    + " t.useridentity.username,\n      t.useridentity.principalid,"
                    + " t.useridentity.invokedby, t.useridentity.type"),
            tests.definitions(used),
            name,
            where,
            arrays.stream().map(QueryText::array).collect(Collectors.joining(",\n")),
            columns("i%1$d, n%1$d, k%1$d, p%1$d, m%1$d", arrays.size()),
            columns("ROW(i%1$d, n%1$d, k%1$d, p%1$d, m%1$d)", arrays.size()));
  }

  /** As a run on the records has it: 256 characters of the first that is there. */
  private static String text(String columns) {
    return "substr(coalesce(" + columns + ", '(none)'), 1, 256)";
  }
}

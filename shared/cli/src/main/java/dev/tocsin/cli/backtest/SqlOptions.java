package dev.tocsin.cli.backtest;

import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.sql.BacktestQuery;
import dev.tocsin.backtest.sql.TrailTable;
import dev.tocsin.cli.account.LiveOptions;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.filterpattern.FilterPattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A query in place of a reading of records, and where AWS runs it. */
final class SqlOptions {

  /** Names go into the query as they are. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

  private static final String PRIMARY = "primary";
  private static final Pattern PLACE = Pattern.compile("s3://[^/]+/.*");

  @Option(
      names = "--sql",
      paramLabel = "TABLE",
      required = true,
      description = "Print a query for `athena` or `cloudtrail-lake` instead of reading records.")
  private String table;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      required = true,
      description = "The name of the Athena table, or the id of the event data store.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = "The first day, for example 2026-11-01.")
  private String from;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day.")
  private String to;

  @Option(
      names = "--run",
      description = "Have AWS run the query, which costs money, and print the report.")
  private boolean run;

  @Option(names = "--yes", description = "Do not ask before it runs.")
  private boolean yes;

  @Option(
      names = "--workgroup",
      paramLabel = "NAME",
      description = "The workgroup of Athena; default: " + SqlOptions.PRIMARY + ".")
  private String workgroup = PRIMARY;

  @Option(
      names = "--results",
      paramLabel = "S3-URL",
      description = "Where Athena writes results, unless the workgroup says it.")
  private String results;

  @ArgGroup(exclusive = false)
  private LiveOptions live = new LiveOptions();

  boolean runs() {
    return run;
  }

  boolean asks() {
    return !yes;
  }

  LiveOptions live() {
    return live;
  }

  String workgroup() {
    return workgroup;
  }

  /** Empty: where the workgroup says. */
  Optional<String> results() {
    if (results != null && !PLACE.matcher(results).matches()) {
      throw new InputProblem(
          "`--results`: expected a place such as `s3://BUCKET/PREFIX/`, found `" + results + "`");
    }
    return Optional.ofNullable(results);
  }

  String name() {
    if (!NAME.matcher(name).matches()) {
      throw new InputProblem("`--table`: expected a name, found `" + name + "`");
    }
    return name;
  }

  LocalDate from() {
    return day("--from", from);
  }

  LocalDate to() {
    LocalDate last = day("--to", to);
    if (last.isBefore(from())) {
      throw new InputProblem(
          "`--to`: expected `%s` or a later day, found `%s`".formatted(from, last));
    }
    return last;
  }

  TrailTable table() {
    return Arrays.stream(TrailTable.values())
        .filter(known -> known.id().equals(table))
        .findFirst()
        .orElseThrow(
            () ->
                new InputProblem(
                    "`--sql`: expected `athena` or `cloudtrail-lake`, found `" + table + "`"));
  }

  /** Compiles the query, and says what is left out of it. */
  BacktestQuery query(
      List<Subject> subjects, Function<Subject, List<FilterPattern>> exempt, Terminal terminal) {
    TrailTable asked = table();
    String quoted = "\"" + name().replace(".", "\".\"") + "\"";
    BacktestQuery query =
        BacktestQuery.of(subjects, exempt, asked, quoted, from().toString(), to().toString());
    query
        .leftOut()
        .forEach(
            (subject, reason) ->
                terminal
                    .err()
                    .println(
                        "left to a run on the records: %s `%s`: %s"
                            .formatted(subject.kind().id(), subject.name(), reason)));
    if (query.sql().isEmpty()) {
      throw new InputProblem("nothing is left to ask. Fix: run it on the records");
    }
    if (query.sql().length() > asked.longestQuery()) {
      throw new InputProblem(
          "the query has %d characters, `%s` takes %d. Fix: ask for fewer with `--control`"
              .formatted(query.sql().length(), asked, asked.longestQuery()));
    }
    return query;
  }

  private static LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InputProblem(
          "`" + option + "`: expected a day such as `2026-11-01`, found `" + text + "`");
    }
  }
}

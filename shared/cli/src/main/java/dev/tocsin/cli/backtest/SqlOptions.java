package dev.tocsin.cli.backtest;

import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.sql.BacktestQuery;
import dev.tocsin.backtest.sql.TrailTable;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.filterpattern.FilterPattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** A query instead of a run. */
final class SqlOptions {

  /** Names go into the query as they are. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

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

  int print(
      List<Subject> subjects, Function<Subject, List<FilterPattern>> exempt, Terminal terminal) {
    TrailTable asked =
        Arrays.stream(TrailTable.values())
            .filter(known -> known.id().equals(table))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputProblem(
                        "`--sql`: expected `athena` or `cloudtrail-lake`, found `" + table + "`"));
    if (!NAME.matcher(name).matches()) {
      throw new InputProblem("`--table`: expected a name, found `" + name + "`");
    }
    BacktestQuery query =
        BacktestQuery.of(subjects, exempt, asked, quoted(), day("--from", from), day("--to", to));
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
    terminal.out().println(query.sql().strip());
    return query.leftOut().isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
  }

  /** An event data store's id holds hyphens; a database stands before a point. */
  private String quoted() {
    return "\"" + name.replace(".", "\".\"") + "\"";
  }

  private static String day(String option, String text) {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      throw new InputProblem(
          "`" + option + "`: expected a day such as `2026-11-01`, found `" + text + "`");
    }
  }
}

package dev.tocsin.cli.backtest;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.backtest.Backtest;
import dev.tocsin.backtest.BacktestJson;
import dev.tocsin.backtest.BacktestReport;
import dev.tocsin.backtest.Subject;
import dev.tocsin.backtest.Subjects;
import dev.tocsin.backtest.sql.BacktestQuery;
import dev.tocsin.backtest.sql.QueryAnswer;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.InputFiles;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.OutputFile;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.YesOrNo;
import dev.tocsin.drill.Pace;
import dev.tocsin.evaluation.Exemptions;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.records.RecordFolders;
import dev.tocsin.records.RecordSource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin backtest}: what alarms would have done with the records that happened. */
@Command(
    name = "backtest",
    description = {
      "What would the alarms have done with the events that really happened?",
      "Reads CloudTrail records once and says for each control, and for each filter and rule of an"
          + " account, how often it would have rung, for whom, and what nobody was told of."
    },
    footer = {
      "",
      "Example:",
      "  tocsin backtest --snapshot shared/examples/accounts/broken-links.json \\",
      "      shared/examples/records",
      "",
      "Takes files as CloudTrail delivers them to S3, gzip or not, folders of them, records a line, "
          + "answers of `lookup-events`, and rows of CloudTrail Lake or Athena as JSON lines.",
      "With --sql no record is read: the query is printed, for Athena's table of CloudTrail records or "
          + "an event data store, and on standard error what SQL cannot say exactly. With --run AWS runs it: "
          + "what it will read and cost is said first, and it asks. The report is the same.",
      "Exit code 0; 1 if a required event happened that nothing in the account would have told of; "
          + "2 if some of the input could not be read, which is named; 3 if AWS did not run the query."
    })
public final class BacktestCommand implements Callable<Integer> {

  /** How a report is printed. */
  enum ReportFormat {
    TABLE,
    JSON,
    CSV,
    HTML;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Terminal terminal;
  private final Pace pace;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files or folders of CloudTrail records; `-` is standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description =
          "Backtest the filters and rules of this account too, and say what nobody was told of;"
              + " as written by `tocsin snapshot`.")
  private Path snapshot;

  @Option(
      names = "--control",
      paramLabel = "ID",
      description = "Backtest this control only; may be repeated. Default: every control.")
  private List<String> controls = List.of();

  @Mixin
  private RuleOptions rule =
      new RuleOptions(
          Parameter.BENCHMARK,
          Parameter.EXEMPT,
          Parameter.ACCEPT_EVENT_BRIDGE,
          Parameter.ACCEPTED_ACTIONS,
          Parameter.ACCEPTED_WATCHERS,
          Parameter.MAX_EVENTS_TO_ALARM,
          Parameter.MONITORING_ACCOUNT);

  @ArgGroup(exclusive = false)
  private SqlOptions sql;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private ReportFormat format = ReportFormat.TABLE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of to standard output: all of it, or nothing.")
  private Path output;

  /** The command, writing there; exemptions end, and queries are waited for, by that time. */
  public BacktestCommand(Terminal terminal, Pace pace) {
    this.terminal = terminal;
    this.pace = pace;
  }

  @Override
  public Integer call() {
    ControlCatalog catalog = ControlCatalog.load();
    RuleParameters parameters = rule.parameters(catalog);
    Optional<Snapshot> account = Optional.ofNullable(snapshot).map(BacktestCommand::read);
    Subjects all = new Subjects(parameters);
    List<Control> named = Controls.find(catalog, controls);
    rule.noteOthers(named, terminal);
    List<Subject> subjects =
        new ArrayList<>(all.of(named.isEmpty() ? chosen(catalog) : named, account));
    account.map(all::of).ifPresent(subjects::addAll);
    Function<Subject, List<FilterPattern>> exempt = one -> exempt(one, parameters.exempt());
    if (output != null) {
      OutputFile.check(output);
    }
    if (sql != null) {
      return sql(subjects, exempt);
    }
    if (files.isEmpty()) {
      throw new InputProblem("expected FILE or `--sql`, found neither");
    }
    BacktestReport report = run(new Backtest(subjects, exempt));
    print(report);
    if (report.damaged() > 0) {
      return ExitCode.BAD_INPUT;
    }
    return report.anyLost() ? ExitCode.NOT_GOOD : ExitCode.GOOD;
  }

  private int sql(List<Subject> subjects, Function<Subject, List<FilterPattern>> exempt) {
    if (!files.isEmpty()) {
      throw new InputProblem(
          "`--sql` reads a table, so it goes with no FILE. Fix: leave one of them out");
    }
    if (!sql.runs() && output != null) {
      throw new InputProblem(
          "`--output` is for reports, `--sql` prints a query. Fix: leave one out, or add `--run`");
    }
    BacktestQuery query = sql.query(subjects, exempt, terminal);
    if (!sql.runs()) {
      terminal.out().println(query.sql().strip());
      return query.leftOut().isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }
    try (AwsClients clients = sql.live().clients()) {
      QueryPlan plan = QueryPlan.of(sql, clients, terminal);
      plan.lines().forEach(line -> terminal.err().println(Visible.of(line)));
      if (sql.asks() && !YesOrNo.ask(terminal, "run the query")) {
        return ExitCode.NOT_GOOD;
      }
      BacktestReport report =
          QueryAnswer.of(query, new QueryRun(plan.queries(), terminal, pace).rows(query.sql()));
      print(report);
      return report.anyLost() || !query.leftOut().isEmpty() ? ExitCode.NOT_GOOD : ExitCode.GOOD;
    }
  }

  private void print(BacktestReport report) {
    if (output == null) {
      terminal.out().println(printed(report));
    } else {
      OutputFile.write(output, printed(report) + "\n");
    }
  }

  private BacktestReport run(Backtest backtest) {
    try (Progress progress = new Progress(terminal)) {
      return backtest.run(
          sources().map(progress::watched),
          Runtime.getRuntime().availableProcessors(),
          progress::record);
    } catch (UncheckedIOException e) {
      throw new InputProblem(e.getCause().getMessage());
    }
  }

  private Stream<RecordSource> sources() {
    return files.stream()
        .flatMap(
            file ->
                file.toString().equals("-")
                    ? Stream.of(new RecordSource("standard input", () -> System.in))
                    : RecordFolders.of(List.of(file)));
  }

  /** What is proposed today: of a filter or rule, only what is for every control. */
  private List<FilterPattern> exempt(Subject subject, Exemptions exemptions) {
    LocalDate today = LocalDate.ofInstant(pace.now(), ZoneOffset.UTC);
    List<Exemption> exempt =
        subject.kind() == Subject.Kind.CONTROL
            ? exemptions.holding(subject.name(), today)
            : exemptions.holding(today);
    return exempt.stream().map(Exemption::events).toList();
  }

  private List<Control> chosen(ControlCatalog catalog) {
    return catalog.controls().stream()
        .filter(control -> rule.benchmark().map(control::isIn).orElse(true))
        .toList();
  }

  private String printed(BacktestReport report) {
    return switch (format) {
      case TABLE -> BacktestTable.of(report, terminal.colour() && output == null);
      case JSON -> Json.pretty(BacktestJson.of(report));
      case CSV -> BacktestCsv.of(report);
      case HTML -> BacktestHtml.of(report);
    };
  }

  private static Snapshot read(Path file) {
    try {
      return SnapshotJson.read(InputFiles.account(file), file.toString());
    } catch (BadSnapshot problem) {
      throw new InputProblem(problem.getMessage());
    }
  }
}

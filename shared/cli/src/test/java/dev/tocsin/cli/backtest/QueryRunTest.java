package dev.tocsin.cli.backtest;

import static dev.tocsin.cli.documents.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.aws.AthenaQueries;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.documents.Pages;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.drill.Pace;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MadeUpCredentials;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --run} on the emulator: what it asks, what it says before and after, how it fails. */
@WithEmulator
class QueryRunTest {
  private static final String REGION = "us-east-1";
  private static final String CONTROL = "security-group-changes";
  private static final String TRAIL = "AWSLogs/123456789012/CloudTrail/us-east-1/";
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "subject",
          "part",
          "about",
          "value",
          "events",
          "rings",
          "seconds_in_alarm",
          "first",
          "last",
          "examples");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?<=^\\$ tocsin backtest --sql athena [^\\n]{0,200}\\n)(.*?)(?=^```$)",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final InputStream INPUT = System.in;

  private AwsEmulator aws;

  /** What runs the tests may keep its own standard input open, and no question would end. */
  @BeforeAll
  static void nobodyAnswers() {
    System.setIn(InputStream.nullInputStream());
  }

  @AfterAll
  static void giveInputBack() {
    System.setIn(INPUT);
  }

  @BeforeEach
  void tableOfTheGuide(AwsEmulator emulator) {
    aws = emulator;
    MadeUpCredentials.use();
    aws.createBucket("trail");
    aws.putObject("trail", TRAIL + "2026/11/03/a.json.gz", new byte[40_000]);
    aws.putObject("trail", TRAIL + "2026/11/05/b.json.gz", new byte[2_500]);
    aws.putObject("trail", TRAIL + "2026/11/06/later.json.gz", new byte[9_000]);
    layout(
        Map.of(
            "projection.enabled",
            "true",
            "projection.timestamp.format",
            "yyyy/MM/dd",
            "storage.location.template",
            "s3://trail/" + TRAIL + "${timestamp}"));
  }

  private void layout(Map<String, String> properties) {
    aws.amend(
        "athena",
        "GetTableMetadata",
        Map.of(),
        Map.of("TableMetadata", Map.of("Name", "cloudtrail_logs_pp", "Parameters", properties)));
  }

  /** What Athena answers to the query about the example records, as the Trino test has it. */
  private static List<List<String>> answer() {
    String times = "2026-11-03T00:10:00Z,2026-11-05T20:10:15Z";
    String examples =
        "[[\"1\",\"2026-11-03T02:05:00Z\",\"AuthorizeSecurityGroupIngress\",\"arn:aws:iam::111122223333:role/deploy\"]]";
    List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
    rows.add(row("0,every record,events,all,,64,0,0," + times, "[]"));
    for (String day : List.of("2026-11-03", "2026-11-04", "2026-11-05")) {
      rows.add(row("0,every record,events,day," + day + ",20,1,86400," + times, ""));
    }
    String subject = "1,control " + CONTROL + ",events,";
    rows.add(row(subject + "all,,17,0,0," + times, examples));
    rows.add(row(subject + "day,2026-11-03,8,2,600," + times, ""));
    rows.add(row(subject + "day,2026-11-04,5,2,600," + times, ""));
    rows.add(row(subject + "day,2026-11-05,4,1,300," + times, ""));
    rows.add(row(subject + "event,AuthorizeSecurityGroupIngress,16,0,0," + times, ""));
    rows.add(row(subject + "event,RevokeSecurityGroupEgress,1,0,0," + times, ""));
    rows.add(row(subject + "principal,arn:aws:iam::111122223333:role/deploy,16,0,0," + times, ""));
    return rows;
  }

  private static List<String> row(String cells, String examples) {
    List<String> row = new ArrayList<>(List.of(cells.split(",", -1)));
    row.add(examples);
    return row;
  }

  @Test
  void reportIsThatOfTheRunOnTheRecords() throws IOException {
    aws.answerQuery(REGION, answer());

    Run run = run("--yes", "--results", "s3://results/");

    Run local =
        Run.tocsin(
            "backtest", ROOT.resolve("shared/examples/records").toString(), "--control", CONTROL);
    assertThat(run.out()).as(run.err()).isEqualTo(local.out());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("will read 42.5 kB in 2 objects: about 0.01 USD at 5 USD a TB")
        .contains("sets no bound (`BytesScannedCutoffPerQuery`)")
        .contains("athena:StartQueryExecution on workgroup/primary");
    assertThat(onlyCall("StartQueryExecution").parameters().toString())
        .contains(
            "\"WorkGroup\":\"primary\"",
            "\"ResultConfiguration\":{\"OutputLocation\":\"s3://results/\"}",
            "\"ResultReuseByAgeConfiguration\":{\"Enabled\":false}",
            "\"ClientRequestToken\":");
    pageShows(run);
  }

  private static void pageShows(Run run) throws IOException {
    Path page = Pages.ROOT.resolve("shared/docs/backtest.md");
    String printed = run.err().replaceAll("(?<=query `)[0-9a-f-]{36}", "8d1f…") + run.out();
    Matcher shown = SHOWN.matcher(Files.readString(page));
    assertThat(shown.find()).isTrue();
    String fresh = shown.replaceFirst(Matcher.quoteReplacement(printed));
    if (Boolean.getBoolean("tocsin.refresh")) {
      Files.writeString(page, fresh);
    }
    assertThat(Files.readString(page)).as("stale: run with -Dtocsin.refresh=true").isEqualTo(fresh);
  }

  @Test
  void everyPageOfTheAnswerIsRead(@TempDir Path folder) throws IOException {
    List<List<String>> rows = answer();
    for (int day = 0; day < 1_500; day++) {
      String date = LocalDate.ofEpochDay(day).toString();
      rows.add(row("1,control,events,day," + date + ",1,1,300,a,b", ""));
    }
    aws.answerQuery(REGION, rows);
    Path file = folder.resolve("report.json");

    run("--yes", "--results", "s3://results/", "--format", "json", "-o", file.toString());

    assertThat(Files.readString(file)).contains("\"1974-02-08\"").contains("\"1970-01-01\"");
    assertThat(calls("GetQueryResults")).hasSize(2);
  }

  /** What would end in nothing, or cost without an answer, does not start. */
  @Test
  void whatCannotEndWellDoesNotStart() {
    assertThat(run("--yes").err())
        .contains("workgroup `primary` does not say where results go. Fix: ");
    assertThat(run("--yes", "--results", "results").err()).contains("expected a place such as");
    aws.amend(
        "athena",
        "GetWorkGroup",
        Map.of(),
        workgroup(Map.of("BytesScannedCutoffPerQuery", 10_000)));
    assertThat(run("--yes", "--results", "s3://r/").err())
        .contains(
            "the query would read 42.5 kB, and workgroup `primary` cancels it beyond 10.0 kB");
    aws.amend(
        "athena",
        "GetWorkGroup",
        Map.of(),
        workgroup(
            Map.of("EngineVersion", Map.of("EffectiveEngineVersion", "Athena engine version 2"))));
    assertThat(run("--yes", "--results", "s3://r/").err())
        .contains("runs `Athena engine version 2`, the query is for `Athena engine version 3`");
    assertThat(calls("StartQueryExecution")).isEmpty();
  }

  private static Map<String, Object> workgroup(Map<String, ?> configuration) {
    return Map.of(
        "WorkGroup", Map.of("Name", "primary", "State", "ENABLED", "Configuration", configuration));
  }

  @Test
  void withoutAYesNothingRuns() {
    Run run = run("--results", "s3://results/");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("run the query? Only `yes` does: \n");
    assertThat(calls("StartQueryExecution")).isEmpty();
  }

  /** The sizes of a table that does not say where its days lie are not guessed. */
  @Test
  void anUnknownLayoutHasNoEstimate() {
    layout(Map.of("projection.enabled", "true"));
    assertThat(run("--results", "s3://r/").err())
        .contains(
            "what it will read cannot be told before: the table has no partition projection with"
                + " `storage.location.template`");
    layout(
        Map.of(
            "projection.enabled", "true",
            "projection.timestamp.format", "yyyy/MM/dd",
            "projection.account.type", "injected",
            "storage.location.template", "s3://trail/${account}/${timestamp}"));
    assertThat(run("--results", "s3://r/").err())
        .contains("the values of partition column `account` are not listed in the table");
    Map<String, String> regions = new LinkedHashMap<>();
    regions.put("projection.enabled", "TRUE");
    regions.put("projection.timestamp.format", "yyyy/MM/dd");
    regions.put("projection.region.type", "enum");
    regions.put("projection.region.values", "us-east-1, eu-west-1");
    regions.put(
        "storage.location.template",
        "s3://trail/AWSLogs/123456789012/CloudTrail/${region}/${timestamp}/");
    layout(regions);
    aws.putObject(
        "trail", "AWSLogs/123456789012/CloudTrail/eu-west-1/2026/11/04/c.json.gz", new byte[1_000]);
    assertThat(run("--results", "s3://r/").err()).contains("will read 43.5 kB in 3 objects");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FAILED | COLUMN_NOT_FOUND: line 3:9: Column 'requestparameters' cannot be resolved | failed | make the table as Athena's guide does",
        "FAILED | TABLE_NOT_FOUND: line 9:8: Table 'awsdatacatalog.default.x' does not exist | failed | name the table with its database",
        "FAILED | PERMISSION_DENIED: s3 Access Denied | failed | allow what is printed under `needs`",
        "FAILED | Query exhausted resources at this scale factor | failed | ask for fewer days",
        "CANCELLED | Bytes scanned limit was exceeded | was cancelled | ask for fewer days, or raise",
        "CANCELLED | '' | was cancelled: no reason is given | see the query in the console",
      })
  void aQueryThatAwsEndsSaysWhy(String state, String reason, String says, String fix) {
    aws.amend(
        "athena",
        "GetQueryExecution",
        Map.of(),
        Map.of(
            "QueryExecution",
            Map.of(
                "QueryExecutionId",
                "x",
                "Status",
                Map.of("State", state, "StateChangeReason", reason))));

    Run run = run("--yes", "--results", "s3://results/");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(says).contains(reason).contains(fix);
    assertThat(calls("StopQueryExecution")).isEmpty();
  }

  /** The SDK tries a throttled call again, after seconds: once is enough. */
  static Stream<InjectedFault> refusals() {
    return Stream.concat(
        Stream.of("GetWorkGroup", "GetTableMetadata", "StartQueryExecution", "GetQueryResults")
            .map(call -> InjectedFault.accessDenied("athena", call)),
        Stream.of(
            new InjectedFault(
                "athena",
                "StartQueryExecution",
                Map.of(),
                "TooManyRequestsException",
                "Rate exceeded",
                400,
                -1)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusedCallIsNamed(InjectedFault fault, @TempDir Path folder) {
    aws.fail(fault);
    Path file = folder.resolve("report.txt");

    Run run = run("--yes", "--results", "s3://results/", "-o", file.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("`athena:" + fault.operation() + "`").contains(fault.code());
    assertThat(file).doesNotExist();
  }

  /** A query that nobody waits for any more is not left to read on. */
  @Test
  void aQueryThatCannotBeFollowedIsStopped() {
    aws.fail(InjectedFault.accessDenied("athena", "GetQueryExecution"));

    Run run = run("--yes", "--results", "s3://results/");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("is stopped; what it has read is charged");
    assertThat(calls("StopQueryExecution")).hasSize(1);
    aws.fail(InjectedFault.accessDenied("athena", "StopQueryExecution"));
    assertThat(run("--yes", "--results", "s3://results/").err())
        .contains("may still be running, which costs money")
        .contains("Fix: aws athena stop-query-execution --region us-east-1 --query-execution-id ");
  }

  @Test
  void anInterruptStopsTheQuery() {
    aws.amend(
        "athena",
        "GetQueryExecution",
        Map.of(),
        Map.of(
            "QueryExecution",
            Map.of("QueryExecutionId", "x", "Status", Map.of("State", "RUNNING"))));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    try (AwsClients clients =
        AwsClients.of(Optional.of(aws.endpoint()), Optional.empty(), Optional.of(REGION))) {
      QueryRun run =
          new QueryRun(
              new AthenaQueries(clients, "primary", Optional.of("s3://r/")),
              new Terminal(nowhere, nowhere, false, false),
              new Interrupted());
      assertThatThrownBy(() -> run.rows("SELECT 1")).hasMessage("interrupted");
    }
    assertThat(calls("StopQueryExecution")).hasSize(1);
  }

  /** Somebody loses patience at the first wait. */
  private static final class Interrupted implements Pace {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void pause(Duration length) {
      throw new IllegalStateException("interrupted");
    }

    @Override
    public Duration betweenLooks() {
      return Duration.ZERO;
    }
  }

  @Test
  void cloudTrailLakeRunsItToo() {
    List<List<String>> answer = answer();
    List<Object> rows = new ArrayList<>();
    for (List<String> row : answer.subList(1, answer.size())) {
      List<Map<String, String>> cells = new ArrayList<>();
      for (int i = 0; i < COLUMNS.size(); i++) {
        cells.add(Map.of(COLUMNS.get(i), row.get(i)));
      }
      rows.add(cells);
    }
    aws.amend("cloudtrail", "GetQueryResults", Map.of(), Map.of("QueryResultRows", rows));

    Run run = lake("--yes");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("17       5      1.67    25 min");
    assertThat(run.err()).contains("what it will read cannot be told before: an event data store");
    assertThat(onlyCall("StartQuery").parameters().path("QueryStatement").asText())
        .contains("FROM \"EXAMPLE-f852\" t");
    aws.amend("cloudtrail", "DescribeQuery", Map.of(), Map.of("QueryStatus", "TIMED_OUT"));
    Run late = lake("--yes");
    assertThat(late.exitCode()).isEqualTo(3);
    assertThat(late.err()).contains("failed: TIMED_OUT");
  }

  private Run lake(String... more) {
    return asked("cloudtrail-lake", "EXAMPLE-f852", more);
  }

  private Run run(String... more) {
    return asked("athena", "cloudtrail_logs_pp", more);
  }

  private Run asked(String sql, String table, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("backtest", "--sql", sql, "--table", table, "--run", "--control", CONTROL));
    all.addAll(List.of("--from", "2026-11-03", "--to", "2026-11-05"));
    all.addAll(List.of("--region", REGION, "--endpoint-url", aws.endpoint().toString()));
    all.addAll(List.of(more));
    return Run.tocsin(all.toArray(String[]::new));
  }

  private RecordedCall onlyCall(String operation) {
    assertThat(calls(operation)).hasSize(1);
    return calls(operation).get(0);
  }

  private List<RecordedCall> calls(String operation) {
    return aws.requests().stream().filter(call -> call.operation().equals(operation)).toList();
  }
}

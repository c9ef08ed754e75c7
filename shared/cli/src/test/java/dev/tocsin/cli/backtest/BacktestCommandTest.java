package dev.tocsin.cli.backtest;

import static dev.tocsin.cli.documents.Pages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BacktestCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORDS = ROOT.resolve("shared/examples/records").toString();
  private static final String BROKEN =
      ROOT.resolve("shared/examples/accounts/broken-links.json").toString();
  private static final String GOOD = ROOT.resolve("shared/examples/accounts/good.json").toString();

  @Test
  void saysWhatTheAccountDidNotTell() throws IOException {
    Run run = Run.tocsin("backtest", RECORDS, "--snapshot", BROKEN, "--format", "json");
    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.path("records").asInt()).isEqualTo(64);
    assertThat(report.path("days").asInt()).isEqualTo(3);

    JsonNode group = subject(report, "control", "security-group-changes");
    assertThat(group.path("events").asInt()).isEqualTo(17);
    assertThat(group.path("rings").asInt()).isEqualTo(5);
    assertThat(group.path("minutesInAlarm").asInt()).isEqualTo(25);
    assertThat(group.path("eventsByDay").toString())
        .isEqualTo("{\"2026-11-03\":8,\"2026-11-04\":5,\"2026-11-05\":4}");
    assertThat(group.path("principals").get(0).toString())
        .isEqualTo("{\"value\":\"arn:aws:iam::111122223333:role/deploy\",\"count\":16}");
    assertThat(group.path("unseen").path("events").asInt()).isEqualTo(1);
    assertThat(group.path("unseen").path("examples").get(0).path("eventName").asText())
        .isEqualTo("RevokeSecurityGroupEgress");

    assertThat(subject(report, "filter", "security-group-changes").path("events").asInt())
        .as("the deployed filter misses that one")
        .isEqualTo(16);
    assertThat(subject(report, "control", "root-account-usage").path("unseen").path("events"))
        .as("its filter matches, and its alarm tells nobody")
        .hasToString("1");
    assertThat(subject(report, "filter", "root-account-usage").path("events")).hasToString("1");
  }

  @Test
  void aGoodAccountTellsEverything() throws IOException {
    Run run = Run.tocsin("backtest", RECORDS, "--snapshot", GOOD, "--format", "json");
    assertThat(run.exitCode()).isZero();
    for (JsonNode subject : JSON.readTree(run.out()).path("subjects")) {
      assertThat(subject.path("unseen").path("events").asInt())
          .as("unseen of %s", subject.path("name"))
          .isZero();
    }
  }

  @Test
  void saysWhatAnExemptionSilences() throws IOException {
    Run run =
        Run.tocsin(
            "backtest",
            RECORDS,
            "--control",
            "security-group-changes",
            "--exempt",
            "{ $.userIdentity.sessionContext.sessionIssuer.userName = deploy }",
            "--format",
            "json");
    assertThat(run.exitCode()).isZero();
    JsonNode subject = subject(JSON.readTree(run.out()), "control", "security-group-changes");
    assertThat(subject.path("events").asInt()).isEqualTo(17);
    assertThat(subject.path("exempted").path("events").asInt()).isEqualTo(16);
    assertThat(subject.path("exempted").path("left").path("rings").asInt()).isEqualTo(1);
    assertThat(subject.has("unseen")).isFalse();
  }

  @Test
  void namesWhatIsDamagedAndReadsOn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("export.jsonl");
    Files.writeString(
        file, "{\"eventName\":\"StopLogging\"}\nbroken\n{\"configuration\":1}\n{\"eventName\":1}");
    Run run = Run.onTerminal("backtest", file.toString(), folder.resolve("none").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains("1 records on 0 days")
        .contains("2 JSON objects are no CloudTrail records")
        .contains("2 damaged:")
        .contains("`" + file + "` line 2: ")
        .contains("`" + folder.resolve("none") + "`: it does not exist");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void hostileTextsStayCells(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("hostile.json");
    Files.writeString(
        file,
        """
        {"Records":[{"eventSource":"cloudtrail.amazonaws.com","eventName":"StopLogging",
        "eventID":"a\\"b,c","eventTime":"2026-11-05T06:12:09Z","sourceIPAddress":"+1",
        "userAgent":"x\\r\\nfilter,forged\\u001b[2J","userIdentity":{"arn":"=cmd|' /C calc'!A0"}}]}
        """);
    Run csv =
        Run.tocsin(
            "backtest",
            file.toString(),
            "--control",
            "cloudtrail-configuration-changes",
            "--format",
            "csv");
    assertThat(csv.exitCode()).isZero();
    assertThat(csv.out().lines()).hasSize(2);
    assertThat(csv.out().lines().skip(1).findFirst().orElseThrow())
        .endsWith(
            "StopLogging,'=cmd|' /C calc'!A0,'+1,"
                + "\"x\\u000d\\u000afilter,forged\\u001b[2J\",\"a\"\"b,c\",");
    Run table = Run.onTerminal("backtest", file.toString());
    assertThat(table.out()).doesNotContain("\u001b").doesNotContain("\r");
  }

  @Test
  void pageHasABarForEachDayAndNoMarkupOfRecords(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("hostile.jsonl");
    String record =
        """
        {"eventSource":"cloudtrail.amazonaws.com","eventName":"StopLogging","eventID":"<b>",\
        "eventTime":"2026-11-%02dT06:12:09Z","userIdentity":{"arn":"<script>alert(1)</script>"}}
        """;
    Files.writeString(file, record.formatted(5) + record.formatted(5) + record.formatted(7));
    Path page = folder.resolve("page.html");
    Run run =
        Run.tocsin(
            "backtest",
            file.toString(),
            "--snapshot",
            ROOT.resolve("shared/examples/accounts/broken-links.json").toString(),
            "--control",
            "cloudtrail-configuration-changes",
            "--format",
            "html",
            "-o",
            page.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(page))
        .contains("<title>2026-11-05: 2 events, 1 rings, 2 untold</title>")
        .contains("<title>2026-11-07: 1 events, 1 rings, 1 untold</title>")
        .contains("StopLogging by &lt;script&gt;")
        .contains("Happened, and nobody would have been told")
        .doesNotContain("<script", "<b>", "http:", "https:");
  }

  @Test
  void asksAnEventDataStoreWhatItCanSay() {
    Run run =
        sql(
            "cloudtrail-lake",
            "EXAMPLE-f852-4e8f-8bd1-bcf6cEXAMPLE",
            "--control",
            "vpc-changes",
            "--control",
            "console-signin-without-mfa");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("FROM \"EXAMPLE-f852-4e8f-8bd1-bcf6cEXAMPLE\" t")
        .contains("ROW(1, 'control vpc-changes', 'events', 300, ")
        .contains("eventtime BETWEEN TIMESTAMP '2026-11-01 00:00:00'")
        .doesNotContain("console-signin-without-mfa");
    assertThat(run.err())
        .isEqualTo(
            "left to a run on the records: control `console-signin-without-mfa`:"
                + " `$.additionalEventData.MFAUsed` is in no column\n");
  }

  @Test
  void aQueryHasToFitItsService() {
    Run tooLong = sql("cloudtrail-lake", "x");
    assertThat(tooLong.exitCode()).isEqualTo(2);
    assertThat(tooLong.err()).contains("`cloudtrail-lake` takes 10000. Fix: ");
    assertThat(sql("athena", "db.cloudtrail_logs").exitCode()).isZero();
    assertThat(sql("athena", "db.cloudtrail_logs").out())
        .contains("FROM \"db\".\"cloudtrail_logs\" t");
  }

  @Test
  void nothingElseGetsIntoAQuery() {
    assertThat(sql("athena", "x; DROP TABLE y").err()).contains("`--table`: expected a name");
    assertThat(sql("oracle", "x").err()).contains("`--sql`: expected `athena`");
    assertThat(
            Run.tocsin("backtest", "--sql", "athena", "--table", "t", "--from", "x", "--to", "y")
                .err())
        .contains("`--from`: expected a day");
  }

  private static Run sql(String table, String name, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "backtest",
                "--sql",
                table,
                "--table",
                name,
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-30"));
    arguments.addAll(List.of(more));
    return Run.tocsin(arguments.toArray(String[]::new));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(Run.tocsin("backtest").exitCode()).isEqualTo(2);
    Run unknown = Run.tocsin("backtest", RECORDS, "--control", "root");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("unknown control `root`");
    Run wrong = Run.tocsin("backtest", RECORDS, "--exempt", "{ $.a = }");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("`--exempt`");
  }

  private static JsonNode subject(JsonNode report, String kind, String name) {
    for (JsonNode subject : report.path("subjects")) {
      if (subject.path("kind").asText().equals(kind)
          && subject.path("name").asText().equals(name)) {
        return subject;
      }
    }
    throw new AssertionError("no " + kind + " " + name);
  }
}

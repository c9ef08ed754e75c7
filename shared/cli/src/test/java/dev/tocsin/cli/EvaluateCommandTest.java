package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  private static final Path GOOD =
      Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts/good.json");

  @TempDir private Path folder;

  @Test
  void theReportHasTheFieldsThatOthersRelyOn() {
    Run run =
        Run.tocsin(
            "evaluate",
            "--snapshot",
            GOOD.toString(),
            "--control",
            "root-account-usage",
            "--format",
            "json");
    JsonNode report = Json.read(run.out(), "report");
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly("schema", "account", "region", "evaluatedAt", "basis", "controls");
    assertThat(report.path("controls").path(0).fieldNames())
        .toIterable()
        .contains(
            "control",
            "title",
            "severity",
            "complianceType",
            "annotation",
            "findings",
            "chain",
            "missedEvent");
    assertThat(report.path("controls").path(0).path("annotation").asText().length())
        .isBetween(1, 256);
    assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void controlsAreThoseOfTheNewestBenchmarkOrAll() {
    ControlCatalog catalog = ControlCatalog.load();
    List<String> newest =
        catalog.controls().stream()
            .filter(control -> control.isIn(Benchmark.DEFAULT))
            .map(Control::id)
            .toList();

    assertThat(judged("--accept-event-bridge")).isEqualTo(newest);
    assertThat(judged("--control", "all")).isEqualTo(catalog.ids());
    assertThat(judged("--control", "vpc-changes", "--control", "vpc-changes"))
        .containsExactly("vpc-changes");
  }

  private static List<String> judged(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", "--format", "json", "--snapshot", GOOD.toString()));
    arguments.addAll(List.of(options));
    Run run = Run.tocsin(arguments.toArray(String[]::new));
    return Json.read(run.out(), run.err()).path("controls").findValuesAsText("control");
  }

  @Test
  void aFileIsWrittenWholeOrNotAtAllInTheFormOfItsEnding() throws IOException {
    for (String ending : List.of("html", "csv", "md", "sarif", "xml", "jsonl", "json", "txt")) {
      Path file = folder.resolve("report." + ending);
      Run run = evaluate("-o", file.toString());
      assertThat(run.out()).isEmpty();
      assertThat(Files.readString(file)).as(ending).contains("vpc-changes").endsWith("\n");
    }
    Path nowhere = folder.resolve("absent").resolve("report.html");
    Path taken = Files.createDirectory(folder.resolve("taken.html"));

    assertThat(List.of(evaluate("-o", nowhere.toString()), evaluate("-o", taken.toString())))
        .allSatisfy(
            run -> {
              assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
              assertThat(run.err().lines()).hasSize(1);
              assertThat(run.err()).contains("`--output`");
            });
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(9);
    }
  }

  @Test
  void severalAccountsMakeOneReportThatLeavesNoneOut() throws IOException {
    Path broken = Files.writeString(folder.resolve("no-snapshot.json"), "{");

    Run run = evaluate("--snapshot", broken.toString(), "--format", "csv");

    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out()).contains("\"vpc-changes\"", "\"NOT_JUDGED\"", "no-snapshot.json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void tableShowsOneOutcomeOnlyAndOtherFormsRefuseTo() {
    Run some = evaluate("--only", "non-compliant");
    Run refused = evaluate("--only", "non-compliant", "--format", "csv");

    assertThat(some.out()).doesNotContain("vpc-changes").contains("1 of 1 controls compliant");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("`--only`");
  }

  @Test
  void verboseTableShowsTheChainAndThePattern() {
    assertThat(evaluate("-v").out())
        .contains("holds: trail `management-events`", "$.eventName = CreateVpc");
  }

  private static Run evaluate(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", "--control", "vpc-changes", "--snapshot", GOOD.toString()));
    arguments.addAll(List.of(options));
    return Run.tocsin(arguments.toArray(String[]::new));
  }

  @Test
  void aMetricFilterNeverSeesAnEventThatNoTrailRecords() throws IOException {
    String control = "config-rule-noncompliance";
    ObjectNode account = (ObjectNode) Json.read(Files.readString(GOOD), "good account");
    ObjectNode region = (ObjectNode) account.path("regions").path("us-east-1");
    region.putArray("Rules");
    ObjectNode filter = (ObjectNode) region.path("metricFilters").path(0);
    filter.put(
        "filterPattern", ControlCatalog.load().find(control).orElseThrow().required().text());
    Path file = Files.writeString(folder.resolve("account.json"), account.toString());
    Run run = Run.tocsin("evaluate", "--snapshot", file.toString(), "--control", control);
    assertThat(run.out()).contains("NON_COMPLIANT");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
  }

  @Test
  void aFileThatIsNoSnapshotGetsOneLineAndExitCode2() throws IOException {
    Path file = Files.writeString(folder.resolve("account.json"), "{\"account\": 7");
    Run run = Run.tocsin("evaluate", "--snapshot", file.toString());
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("tocsin evaluate: `" + file + "` line 1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void anUnknownControlIsAnsweredWithTheLikelyOnes() {
    Run run =
        Run.tocsin("evaluate", "--snapshot", GOOD.toString(), "--control", "root-acount-usage");
    assertThat(run.err()).contains("unknown control `root-acount-usage`", "root-account-usage");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }
}

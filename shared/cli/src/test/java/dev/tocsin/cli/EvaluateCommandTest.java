package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

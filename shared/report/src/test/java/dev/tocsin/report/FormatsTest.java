package dev.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every format is as its specification says, and says the same. */
class FormatsTest {
  private static final Report REPORT = Examples.report();
  private static final int LINES = 2 * Examples.CONTROLS.size();

  @Test
  void jsonIsAsOurSchemaSays() throws Exception {
    JsonNode all = json(ReportFormat.JSON, REPORT);
    JsonNode one = json(ReportFormat.JSON, Report.of(REPORT.accounts().get(0)));

    assertThat(Schemas.verdict(all)).isEmpty();
    assertThat(Schemas.verdict(one)).isEmpty();
    assertThat(all.path("unread").path(0).path("error").asText()).contains("sts:AssumeRole");
    assertThat(ReportFormat.JSONL.text(REPORT).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(Schemas.verdict(Examples.JSON.readTree(line))).isEmpty());
  }

  @Test
  void sarifIsAsItsSchemaSays() throws Exception {
    JsonNode sarif = json(ReportFormat.SARIF, REPORT);
    JsonNode run = sarif.path("runs").path(0);

    assertThat(Schemas.sarif(sarif)).isEmpty();
    assertThat(run.path("results")).hasSize(LINES);
    assertThat(run.path("invocations").path(0).path("executionSuccessful").asBoolean()).isFalse();
    assertThat(run.path("results"))
        .allSatisfy(
            result ->
                assertThat(run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id"))
                    .isEqualTo(result.path("ruleId")));
    ((ObjectNode) run.path("results").path(0)).put("level", "fatal");
    assertThat(Schemas.sarif(sarif)).isNotEmpty();
  }

  @Test
  void sarifPointsAtTheLineThatMustChange() throws Exception {
    Map<String, String> uris =
        Map.of(
            "infra/alarms.yaml",
            "infra/alarms.yaml",
            "a b#1%.yaml",
            "a%20b%231%25.yaml",
            "//a.yaml",
            "file:////a.yaml",
            "a:b.yaml",
            "a%3Ab.yaml",
            "/elsewhere/ä.yaml",
            "file:///elsewhere/%C3%A4.yaml");
    for (Map.Entry<String, String> uri : uris.entrySet()) {
      Report report = Examples.written(new Place("RootAlarm", uri.getKey(), 31));
      JsonNode sarif = json(ReportFormat.SARIF, report);
      JsonNode result = sarif.at("/runs/0/results/0");

      assertThat(Schemas.sarif(sarif)).isEmpty();
      assertThat(Schemas.verdict(json(ReportFormat.JSON, report))).isEmpty();
      assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
          .isEqualTo(uri.getValue());
      assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(31);
      assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
          .isEqualTo("RootAlarm");
    }
  }

  @Test
  void asffIsAsSecurityHubsModelSays() throws Exception {
    JsonNode asff = json(ReportFormat.ASFF, REPORT);

    assertThat(Schemas.asff(asff)).isEmpty();
    assertThat(asff).hasSize(LINES);
    assertThat(asff).allSatisfy(one -> assertThat(one.path("Id").asText()).startsWith("tocsin/"));
    ((ObjectNode) asff.path(0)).put("Title", "t".repeat(257));
    assertThat(Schemas.asff(asff)).isNotEmpty();
  }

  @Test
  void ocsfIsAsItsSchemaSays() throws Exception {
    JsonNode ocsf = json(ReportFormat.OCSF, REPORT);

    assertThat(Schemas.ocsf(ocsf)).isEmpty();
    assertThat(ocsf).hasSize(LINES);
    ((ObjectNode) ocsf.path(0)).put("class_uid", 2001);
    assertThat(Schemas.ocsf(ocsf)).isNotEmpty();
  }

  @Test
  void junitIsAsItsSchemaSays() throws Exception {
    String junit = ReportFormat.JUNIT.text(REPORT);

    Schemas.junit(junit);
    assertThat(junit.split("<testcase ", -1)).hasSize(LINES + 1 + 1);
    assertThat(junit).contains("<error message=\"`sts:AssumeRole` is denied\">");
  }

  @Test
  void csvHasARowPerControlAndAColumnPerWordOfItsHeader() {
    List<List<String>> rows = Csv.rows(ReportFormat.CSV.text(REPORT));

    assertThat(rows).hasSize(1 + LINES + 1);
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
    assertThat(ReportFormat.CSV.text(REPORT).lines().count()).isEqualTo(rows.size());
  }

  @Test
  void everyMachinesFormatCountsTheSame() throws Exception {
    long broken = REPORT.lines().filter(Report.Line::broken).count();
    Map<ReportFormat, Function<String, Long>> failures =
        Map.of(
            ReportFormat.CSV, text -> count(text, ",\"NON_COMPLIANT\","),
            ReportFormat.JUNIT, text -> count(text, "<failure "),
            ReportFormat.SARIF, text -> count(text, "\"kind\" : \"fail\""),
            ReportFormat.ASFF, text -> count(text, "\"FAILED\""),
            ReportFormat.OCSF, text -> count(text, "\"status\" : \"Fail\""),
            ReportFormat.MARKDOWN, text -> count(text, "**not compliant**"),
            ReportFormat.HTML, text -> count(text, "data-outcome=\"NON_COMPLIANT\" data-severity"));

    assertThat(failures)
        .allSatisfy(
            (format, counted) ->
                assertThat(counted.apply(format.text(REPORT))).as("%s", format).isEqualTo(broken));
  }

  @Test
  void everyFormatNamesWhatItsVerdictsRestOn() {
    String digest = REPORT.accounts().get(0).basis().snapshotSha256();
    for (ReportFormat format : ReportFormat.values()) {
      String text = format.text(REPORT);
      assertThat(text).as("%s", format).contains("111122223333").endsWith("\n");
      if (format != ReportFormat.TABLE) {
        assertThat(text).as("%s", format).contains(digest, "0.1.0");
      }
    }
  }

  @Test
  void everyDocumentHasWhatAnAuditorAsksFor() {
    String pattern = "AcceptVpcPeeringConnection";
    String exempted = "CreateVpcPeeringConnection";
    for (ReportFormat format : ReportFormat.values()) {
      if (format != ReportFormat.TABLE) {
        assertThat(format.text(REPORT))
            .as("%s", format)
            .contains("maxEventsToAlarm", "security-alarms", pattern, exempted, "cis-7.0.0")
            .contains("2026-11-20T12:00:00Z");
      }
    }
    for (ReportFormat format :
        List.of(
            ReportFormat.JSON,
            ReportFormat.JSONL,
            ReportFormat.CSV,
            ReportFormat.SARIF,
            ReportFormat.OCSF,
            ReportFormat.HTML)) {
      assertThat(format.text(REPORT)).as("%s", format).contains("TreatMissingData", "Threshold");
    }
  }

  @Test
  void thePageSaysOnceWhatSeveralVerdictsShare() {
    String one = ReportFormat.HTML.text(Report.of(REPORT.accounts().get(0)));
    String both = ReportFormat.HTML.text(REPORT);
    assertThat(count(both, "<p class=\"noise\">Rings ")).isEqualTo(Examples.CONTROLS.size());
    assertThat(count(both, "\"TrailARN\"")).isEqualTo(2 * count(one, "\"TrailARN\""));
    assertThat(count(one, "\"TrailARN\"")).isEqualTo(1);
    assertThat(count(one, "href=\"#a1-e0\"")).isGreaterThan(1);
    assertThat(count(one, "id=\"a1-e0\"")).isEqualTo(1);
  }

  @Test
  void tableFitsEightyColumns() {
    assertThat(ReportFormat.TABLE.text(REPORT).lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
  }

  private static long count(String text, String part) {
    return IntStream.iterate(text.indexOf(part), i -> i >= 0, i -> text.indexOf(part, i + 1))
        .count();
  }

  private static JsonNode json(ReportFormat format, Report report) throws Exception {
    return Examples.JSON.readTree(format.text(report));
  }
}

package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.SmallProcess;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tocsin evaluate --snapshots}, line of the contract by line. */
class SnapshotLinesTest {
  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ROOT.resolve("shared/docs/schemas/tocsin-verdict-1.schema.json").toUri());
  private static final String ONE = "\"controls\": [\"root-account-usage\"]";

  @TempDir private Path folder;

  @Test
  void linesAreAnsweredInOrderWithIdAccountAndVerdicts() throws IOException {
    Answers answers =
        judge(
            "{\"id\": \"a\", \"snapshot\": GOOD, " + ONE + "}",
            "",
            "{\"snapshot\": BROKEN, \"controls\": [\"security-group-changes\", \"root-account-usage\"]}",
            "{\"id\": {\"any\": [1]}, \"text\": TEXT, " + ONE + "}");

    assertThat(answers.lines()).hasSize(3);
    JsonNode first = answers.lines().get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly("id", "account", "basis", "verdicts");
    assertThat(first.path("id").asText()).isEqualTo("a");
    assertThat(first.path("account").asText()).isEqualTo("111122223333");
    assertThat(ids(first)).containsExactly("root-account-usage");
    assertThat(answers.lines().get(1).path("id").asInt()).isEqualTo(3);
    assertThat(ids(answers.lines().get(1)))
        .containsExactly("security-group-changes", "root-account-usage");
    assertThat(answers.lines().get(2).path("id").toString()).isEqualTo("{\"any\":[1]}");
    assertThat(answers.lines().get(2).path("verdicts")).isEqualTo(first.path("verdicts"));
    assertThat(answers.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
  }

  @Test
  void lineThatNeedsMoreMemoryThanThereIsEndsNeitherTheProcessNorTheOthers() throws Exception {
    String good = "{\"id\": \"ID\", \"snapshot\": GOOD, " + ONE + "}";
    String hostile = "{\"id\": \"big\", \"text\": \"" + "x".repeat(8 << 20) + "\"}";
    Path file = file(good.replace("ID", "first"), hostile, good.replace("ID", "last"));

    Process process =
        SmallProcess.of("dev.tocsin.cli.Tocsin", "evaluate", "--snapshots", file.toString())
            .redirectOutput(folder.resolve("out").toFile())
            .start();

    assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
    List<JsonNode> answers =
        Files.readAllLines(folder.resolve("out")).stream()
            .map(line -> Json.read(line, "answer"))
            .toList();
    assertThat(answers).hasSize(3);
    assertThat(ids(answers.get(0))).containsExactly("root-account-usage");
    assertThat(answers.get(1).path("error").asText()).contains("at most", "Fix: give Java more");
    assertThat(ids(answers.get(2))).containsExactly("root-account-usage");
  }

  @Test
  void compliantAccountsGiveExitCodeZero() throws IOException {
    assertThat(judge("{\"snapshot\": GOOD, " + ONE + "}").exitCode()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void verdictsAreThoseOfEvaluateOnTheSnapshotAlone() throws IOException {
    String account = ROOT.resolve("shared/examples/accounts/broken-links.json").toString();
    Run alone =
        Run.tocsin(
            "evaluate", "--format", "json", "--snapshot", account, "--benchmark", "cis-1.4.0");

    Answers answers = judge(List.of("--benchmark", "cis-1.4.0"), "{\"snapshot\": BROKEN}");

    assertThat(answers.lines().get(0).path("verdicts"))
        .isEqualTo(Json.read(alone.out(), "report").path("controls"));
  }

  @Test
  void controlsAreThoseOfTheBenchmarkWhereTheLineNamesNone() throws IOException {
    List<String> oldest =
        ControlCatalog.load().controls().stream()
            .filter(control -> control.isIn(Benchmark.CIS_1_2_0))
            .map(Control::id)
            .toList();

    Answers byOption = judge(List.of("--benchmark", "cis-1.2.0"), "{\"snapshot\": GOOD}");
    Answers byLine =
        judge(
            List.of("--benchmark", "cis-7.0.0"),
            "{\"snapshot\": GOOD, \"controls\": null, \"parameters\": {\"benchmark\": \"cis-1.2.0\"}}");

    assertThat(ids(byOption.lines().get(0))).isEqualTo(oldest);
    assertThat(byLine.lines().get(0).path("verdicts"))
        .isEqualTo(byOption.lines().get(0).path("verdicts"));
  }

  @Test
  void parametersOfALineAreARulesOwnAndGoBeforeTheOptions() throws IOException {
    String exempt = "\"parameters\": {\"exempt\": \"{ $.eventName = ConsoleLogin }\"}";
    String blank = "\"parameters\": {\"exempt\": \"\", \"maxEventsToAlarm\": null}";
    Answers answers =
        judge(
            List.of("--exempt", "{ $.eventName = GetUser }"),
            "{\"snapshot\": GOOD, " + ONE + ", " + exempt + "}",
            "{\"snapshot\": GOOD, " + ONE + ", " + blank + "}",
            "{\"snapshot\": GOOD, \"parameters\": {\"control\": \"root-account-usage\"}}");

    assertThat(answers.lines().get(0).toString()).contains("exempt: `{ $.eventName = ConsoleLogin");
    assertThat(answers.lines().get(1).toString()).contains("exempt: `{ $.eventName = GetUser");
    assertThat(answers.lines().get(2).path("verdicts"))
        .isEqualTo(answers.lines().get(1).path("verdicts"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"id": 7, "snapshot":                                         | 2 | not JSON
          null                                                          | 2 | expected a JSON object, found `null`
          []                                                            | 2 | expected a JSON object, found `[]`
          {"id": 7}                                                     | 7 | expected `snapshot` or `text`, found none of them
          {"id": 7, "snapshot": GOOD, "text": TEXT}                     | 7 | expected `snapshot` or `text`, found both
          {"id": 7, "snapshot": null}                                   | 7 | expected an object in `snapshot`, found `null`
          {"id": 7, "text": GOOD}                                       | 7 | expected a text in `text`
          {"id": 7, "text": "{"}                                        | 7 | line 2
          {"id": 7, "text": ""}                                         | 7 | line 2
          {"id": 7, "snapshot": {"account": 1}}                         | 7 | line 2
          {"id": 7, "snapshot": GOOD, "controls": ["root"]}             | 7 | unknown control `root`
          {"id": 7, "snapshot": GOOD, "controls": [null]}               | 7 | expected ids only in `controls`, found `null`
          {"id": 7, "snapshot": GOOD, "controls": []}                   | 7 | expected a list of at least one control
          {"id": 7, "snapshot": GOOD, "controls": "root-account-usage"} | 7 | expected a list of at least one control
          {"id": 7, "snapshot": GOOD, "parameters": []}                 | 7 | expected an object in `parameters`
          {"id": 7, "snapshot": GOOD, "parameters": {"x": "1"}}         | 7 | expected keys of `control`, `benchmark`
          {"id": 7, "snapshot": GOOD, "parameters": {"maxEventsToAlarm": "0"}} | 7 | `maxEventsToAlarm`: expected a number from 1
          {"id": 7, "snapshot": GOOD, "parameters": {"exempt": "{ $.a = }"}}   | 7 | `exempt`: `{ $.a = }` at offset
          {"id": 7, "snapshot": GOOD, "controls": ["vpc-changes"], "parameters": {"exempt": "{ $.eventName = * }"}} | 7 | which exempts them all
          {"id": 7, "snapshot": GOOD, "controls": ["vpc-changes"], "parameters": {"control": "vpc-changes"}} | 7 | found both
          """)
  void badLineIsAnsweredInItsPlaceAndEndsNothing(String line, int id, String error)
      throws IOException {
    String good = "{\"snapshot\": GOOD, " + ONE + "}";
    Answers answers = judge(good, line, good);

    assertThat(answers.lines()).hasSize(3);
    JsonNode refusal = answers.lines().get(1);
    assertThat(refusal.fieldNames()).toIterable().containsExactly("id", "error");
    assertThat(refusal.path("id").asInt()).isEqualTo(id);
    assertThat(refusal.path("error").asText()).contains(error).doesNotContain("\n");
    assertThat(answers.lines().get(0).has("verdicts")).isTrue();
    assertThat(answers.lines().get(2).has("verdicts")).isTrue();
    assertThat(answers.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void deepNestingIsAnsweredInItsPlace() throws IOException {
    String deep = "{\"id\": 1, \"snapshot\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    Answers answers = judge(deep, "{\"snapshot\": GOOD, " + ONE + "}");

    assertThat(answers.lines().get(0).path("error").asText()).contains("not JSON");
    assertThat(answers.lines().get(1).has("verdicts")).isTrue();
  }

  private record Answers(List<JsonNode> lines, int exitCode) {}

  private Answers judge(String... lines) throws IOException {
    return judge(List.of(), lines);
  }

  @Test
  void aFolderIsForTheOtherOption() {
    Run run = Run.tocsin("evaluate", "--snapshots", folder.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("Fix: give a folder of snapshots to `--snapshot`");
    assertThat(run.out()).isEmpty();
  }

  private Path file(String... lines) throws IOException {
    JsonNode good = account("good");
    JsonNode broken = account("broken-links");
    List<String> filled =
        Arrays.stream(lines)
            .map(line -> line.replace("GOOD", good.toString()))
            .map(line -> line.replace("BROKEN", broken.toString()))
            .map(line -> line.replace("TEXT", text(good)))
            .toList();
    return Files.write(folder.resolve("snapshots.jsonl"), filled);
  }

  /** Every answer is as the published schema says. */
  private Answers judge(List<String> options, String... lines) throws IOException {
    Path file = file(lines);
    List<String> arguments = new ArrayList<>(List.of("evaluate", "--snapshots", file.toString()));
    arguments.addAll(options);
    Run run = Run.tocsin(arguments.toArray(String[]::new));
    List<JsonNode> answers = run.out().lines().map(line -> Json.read(line, "answer")).toList();
    assertThat(answers).allSatisfy(answer -> assertThat(SCHEMA.validate(answer)).isEmpty());
    return new Answers(answers, run.exitCode());
  }

  private static String text(JsonNode account) {
    return Json.strings(List.of(Json.pretty(account))).get(0).toString();
  }

  private static JsonNode account(String name) throws IOException {
    Path file = ROOT.resolve("shared/examples/accounts").resolve(name + ".json");
    return Json.read(Files.readString(file), name);
  }

  private static List<String> ids(JsonNode answer) {
    return answer.path("verdicts").findValuesAsText("control");
  }
}

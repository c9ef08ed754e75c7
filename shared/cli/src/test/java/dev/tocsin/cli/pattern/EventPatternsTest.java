package dev.tocsin.cli.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** EventBridge rules in {@code check}, {@code explain} and {@code covers}. */
class EventPatternsTest {
  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));

  @TempDir private Path folder;

  static List<JsonNode> cases() throws IOException {
    return read("event-patterns.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rulesAreAskedAsFiltersAreAndTogetherWithThem(JsonNode one) {
    Run run = Run.onTerminal(arguments("check", one));
    String right = one.path("right").asText();

    assertThat(run.out()).startsWith(right);
    assertThat(run.exitCode())
        .isEqualTo(right.equals("COVERED") ? ExitCode.GOOD : ExitCode.NOT_GOOD);
    one.path("says").forEach(text -> assertThat(run.out()).contains(text.asText()));
    one.path("silent").forEach(text -> assertThat(run.out()).doesNotContain(text.asText()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void explanationAgreesWithTheCheck(JsonNode one) {
    Run run = Run.onTerminal(arguments("explain", one));

    switch (one.path("right").asText()) {
      case "COVERED" -> {
        assertThat(run.out()).contains("sees ").doesNotContain("misses", "Fix");
        assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
      }
      case "MISSED" -> {
        assertThat(run.out()).contains("misses ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
        one.path("says")
            .forEach(text -> assertThat(run.out()).containsIgnoringWhitespaces(text.asText()));
      }
      default -> {
        assertThat(run.out()).contains("INVALID");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
        one.path("says").forEach(text -> assertThat(run.out()).contains(text.asText()));
      }
    }
  }

  @Test
  void linesAreAnsweredAsTheOptionsAre() throws IOException {
    List<JsonNode> cases = cases();
    List<JsonNode> lines = cases.stream().map(EventPatternsTest::line).toList();

    List<JsonNode> answers = answers("check", "--patterns", lines);

    assertThat(answers)
        .extracting(answer -> answer.path("outcome").asText())
        .containsExactlyElementsOf(cases.stream().map(one -> one.path("right").asText()).toList());
    for (int i = 0; i < cases.size(); i++) {
      JsonNode answer = answers.get(i);
      if (cases.get(i).path("right").asText().equals("INVALID")) {
        cases
            .get(i)
            .path("says")
            .forEach(text -> assertThat(answer.path("reason").asText()).contains(text.asText()));
      }
      if (cases.get(i).has("corrected")) {
        assertThat(answer.path("corrected"))
            .as("%s", cases.get(i).path("id"))
            .isEqualTo(cases.get(i).path("corrected"));
      }
    }
  }

  @Test
  void correctedRulesAreCovered() throws IOException {
    List<ObjectNode> lines = new ArrayList<>();
    for (JsonNode one : cases()) {
      if (one.path("corrected").isTextual()) {
        ObjectNode line = Json.object();
        line.set("control", one.path("control"));
        line.set("eventPattern", corrected(one));
        line.set("exempt", one.get("exempt"));
        line.put("eventState", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
        lines.add(line);
      }
    }

    assertThat(answers("check", "--patterns", List.copyOf(lines)))
        .hasSizeGreaterThan(8)
        .allSatisfy(answer -> assertThat(answer.path("outcome").asText()).isEqualTo("COVERED"));
  }

  @Test
  void pairsTakeRulesBesideAndInPlaceOfFilters() throws IOException {
    List<JsonNode> cases = read("event-pattern-pairs.jsonl");

    List<JsonNode> answers = answers("covers", "--pairs", cases);

    for (int i = 0; i < cases.size(); i++) {
      JsonNode one = cases.get(i);
      JsonNode answer = answers.get(i);
      assertThat(answer.path("id")).isEqualTo(one.path("id"));
      assertThat(answer.path("outcome").asText()).as("%s", one).isEqualTo(text(one, "right"));
      assertThat(answer.toString().replace("\\\"", "\"")).contains(text(one, "says"));
      assertThat(answer.path("error").asText()).contains(text(one, "error"));
      assertThat(answer.has("error")).isEqualTo(one.has("error"));
    }
  }

  @Test
  void fileHoldsAnEventPatternToo() throws IOException {
    Path file = Files.writeString(folder.resolve("rule.json"), "\n{\"source\": [\"aws.iam\"]}\n");
    Run run =
        Run.tocsin("check", "--control", "iam-policy-changes", "--event-pattern", file.toString());
    Run none = Run.tocsin("check", "--control", "iam-policy-changes", "--event-pattern", "aws.iam");

    assertThat(Json.read(run.out(), run.err()).path("outcome").asText()).isEqualTo("COVERED");
    assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.err()).contains("`aws.iam` does not exist");
  }

  @Test
  void coversTakesRulesBesideFiltersAndNeedsOneOfThem() {
    String required = "{ $.eventName = CreateUser || $.eventName = DeleteUser }";
    String rule = "{\"detail\": {\"eventName\": [\"CreateUser\"]}}";
    Run both =
        Run.tocsin(
            "covers",
            "--required",
            required,
            "--deployed",
            "{ $.eventName = DeleteUser }",
            "--event-pattern",
            rule);
    Run one = Run.tocsin("covers", "--required", required, "--event-pattern", rule);
    Run none = Run.tocsin("covers", "--required", required);

    assertThat(both.exitCode()).isEqualTo(ExitCode.GOOD);
    assertThat(one.out()).contains("MISSED", "DeleteUser");
    assertThat(none.err()).contains("`--deployed` or `--event-pattern`");
    assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  private static List<JsonNode> read(String name) throws IOException {
    return Files.readAllLines(ROOT.resolve("shared/cli/src/test/resources").resolve(name)).stream()
        .map(line -> Json.read(line, "case"))
        .toList();
  }

  private List<JsonNode> answers(String command, String option, List<JsonNode> lines)
      throws IOException {
    Path file =
        Files.write(folder.resolve("lines.jsonl"), lines.stream().map(JsonNode::toString).toList());
    Run run = Run.tocsin(command, option, file.toString());
    return run.out().lines().map(line -> Json.read(line, "answer")).toList();
  }

  /** A case as a line of {@code check --patterns}. */
  private static JsonNode line(JsonNode one) {
    ObjectNode line = Json.object();
    line.set("control", one.path("control"));
    if (one.has("patterns")) {
      line.set("patterns", one.path("patterns"));
    }
    if (one.has("eventPatterns")) {
      line.set("eventPattern", one.path("eventPatterns"));
    }
    if (one.has("state")) {
      line.set("eventState", one.path("state"));
    }
    if (one.has("exempt")) {
      line.set("exempt", one.path("exempt"));
    }
    return line;
  }

  /** The rules of a case, one of them as corrected. */
  private static JsonNode corrected(JsonNode one) {
    ArrayNode rules = one.path("eventPatterns").deepCopy();
    rules.set(one.path("replaces").asInt(), one.path("corrected"));
    return rules;
  }

  private static String text(JsonNode one, String key) {
    return one.path(key).asText();
  }

  private static String[] arguments(String command, JsonNode one) {
    List<String> arguments = new ArrayList<>(List.of(command, "--control"));
    arguments.add(one.path("control").asText());
    one.path("patterns").forEach(text -> arguments.addAll(List.of("--pattern", text.asText())));
    one.path("eventPatterns")
        .forEach(text -> arguments.addAll(List.of("--event-pattern", text.asText())));
    if (one.has("state")) {
      arguments.addAll(List.of("--event-state", one.path("state").asText()));
    }
    if (one.has("exempt")) {
      arguments.addAll(List.of("--exempt", one.path("exempt").asText()));
    }
    return arguments.toArray(String[]::new);
  }
}

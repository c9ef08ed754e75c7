package dev.tocsin.cli.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
    return Files.readAllLines(ROOT.resolve("shared/cli/src/test/resources/event-patterns.jsonl"))
        .stream()
        .map(line -> Json.read(line, "case"))
        .toList();
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
        one.path("says").forEach(text -> assertThat(run.out()).contains(text.asText()));
      }
      default -> {
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        one.path("says").forEach(text -> assertThat(run.err()).contains(text.asText()));
      }
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

  private static String[] arguments(String command, JsonNode one) {
    List<String> arguments = new ArrayList<>(List.of(command, "--control"));
    arguments.add(one.path("control").asText());
    one.path("patterns").forEach(text -> arguments.addAll(List.of("--pattern", text.asText())));
    one.path("eventPatterns")
        .forEach(text -> arguments.addAll(List.of("--event-pattern", text.asText())));
    if (one.has("state")) {
      arguments.addAll(List.of("--event-state", one.path("state").asText()));
    }
    return arguments.toArray(String[]::new);
  }
}

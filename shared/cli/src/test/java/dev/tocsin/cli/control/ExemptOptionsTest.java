package dev.tocsin.cli.control;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExemptOptionsTest {
  private static final String ONLY_STOP = "{ $.eventName = StopLogging }";
  private static final String OTHERS =
      "{ $.eventName = CreateTrail || $.eventName = UpdateTrail || $.eventName = DeleteTrail }";

  @TempDir private Path folder;

  @Test
  void allThatIsGivenIsExempt() throws IOException {
    Path file =
        write(
            """
            [{"name": "starts", "pattern": "{ $.eventName = StartLogging }", "reason": "harmless"},
             {"name": "past", "pattern": "{ $.eventName = Stop* }", "reason": "test",
              "until": "2020-01-31"},
             {"name": "of another service", "pattern": "{ $.eventSource = ec2* }", "reason": "-"}]""");

    JsonNode covered =
        answer(check("--exempt", OTHERS, "--exempt", " ", "--exemptions", file.toString()));
    JsonNode missed = answer(check("--exemptions", file.toString()));
    JsonNode list = answer(check("--exempt", Files.readString(file), "--exempt", OTHERS));

    assertThat(covered.path("outcome").asText()).isEqualTo("COVERED");
    assertThat(covered.path("exempt").findValuesAsText("name")).containsExactly(OTHERS, "starts");
    assertThat(covered.path("exemptNoMore").findValuesAsText("until"))
        .containsExactly("2020-01-31");
    assertThat(missed.path("outcome").asText()).isEqualTo("MISSED");
    assertThat(list.path("exempt").findValuesAsText("name")).containsExactly("starts", OTHERS);
  }

  @Test
  void explainSaysWhatIsExemptAndWhatIsNoMore() throws IOException {
    Path file =
        write(
            """
            [{"name": "starts", "pattern": "{ $.eventName = StartLogging }", "reason": "harmless"},
             {"name": "past", "pattern": "{ $.eventName = Stop* }", "reason": "test",
              "until": "2020-01-31"}]""");
    Run run =
        Run.onTerminal(
            "explain",
            "--control",
            "cloudtrail-configuration-changes",
            "--pattern",
            ONLY_STOP,
            "--exemptions",
            file.toString());

    assertThat(run.out())
        .startsWith("exempt: `starts` (harmless)\nexempt no more: `past` until 2020-01-31 (test)\n")
        .contains("misses CreateTrail, UpdateTrail, DeleteTrail")
        .doesNotContain("misses StartLogging", "DeleteTrail, StartLogging");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}          | `--exemptions`: expected a JSON list of exemptions, found other JSON",
        "[           | column 2: not JSON",
        "[{\"name\": \"x\"}] | `--exemptions`: exemption 1 `x`: expected a filter pattern in `pattern`",
        "[\"{ $.eventName = * }\"] | found `{ $.eventName = * }`, which exempts them all",
        "[{\"name\": \"x\", \"pattern\": \"{ $.a = 1 }\", \"reason\": \"r\", \"controls\": [\"y\"]}] | ids of controls in `controls`, found `\"y\"`",
      })
  void fileThatSaysNoExemptionsIsRefusedInOneLine(String content, String problem)
      throws IOException {
    Run run = check("--exemptions", write(content).toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(problem);
  }

  @Test
  void exemptionsThatLeaveNothingTogetherAreAllNamed() {
    Run run =
        check("--exempt", "{ $.eventName = S* }", "--exempt", OTHERS, "--exempt", "{ $.a = 1 }");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("found `{ $.eventName = S* }`, `" + OTHERS + "`");
  }

  private static Run check(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of("check", "--control", "cloudtrail-configuration-changes", "--pattern"));
    all.add(ONLY_STOP);
    Stream.of(options).forEach(all::add);
    return Run.tocsin(all.toArray(String[]::new));
  }

  private static JsonNode answer(Run run) {
    return Json.read(run.out(), run.err());
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("exemptions.json"), content);
  }
}

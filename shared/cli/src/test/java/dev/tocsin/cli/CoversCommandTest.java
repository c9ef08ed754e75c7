package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import dev.tocsin.filterpattern.FilterPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoversCommandTest {

  private static final String STOP = "{ $.eventName = StopLogging }";
  private static final String STOP_OR_DELETE =
      "{ ($.eventName = StopLogging) || ($.eventName = DeleteTrail) }";

  @TempDir private Path folder;

  @Test
  void aWiderPatternIsCovered() {
    Run run = Run.tocsin("covers", "--required", STOP, "--deployed", STOP_OR_DELETE);
    JsonNode answer = Json.read(run.out(), "answer");
    assertThat(answer.path("outcome").asText()).isEqualTo("COVERED");
    assertThat(answer.get("missedEvent").isNull()).isTrue();
    assertThat(answer.get("reason").isNull()).isTrue();
    assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void aNarrowerPatternIsMissedWithAnEventThatOnlyTheRequiredPatternMatches() {
    Run run = Run.tocsin("covers", "--required", STOP_OR_DELETE, "--deployed", STOP);
    JsonNode answer = Json.read(run.out(), "answer");
    assertThat(answer.path("outcome").asText()).isEqualTo("MISSED");
    JsonNode missed = answer.get("missedEvent");
    assertThat(FilterPattern.of(STOP_OR_DELETE).matches(missed)).isTrue();
    assertThat(FilterPattern.of(STOP).matches(missed)).isFalse();
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
  }

  @Test
  void severalDeployedPatternsAreTakenTogether() {
    Run run =
        Run.tocsin(
            "covers",
            "--required",
            STOP_OR_DELETE,
            "--deployed",
            STOP,
            "--deployed",
            "{ $.eventName = Delete* }");
    assertThat(run.out()).contains("\"COVERED\"");
  }

  @Test
  void aRequiredPatternThatNothingMatchesIsCoveredWithAWordInALineAndRefusedFromAPerson()
      throws Exception {
    String never = "{ $.a = 1 && $.a = 2 }";
    Path pairs = folder.resolve("never.jsonl");
    Files.writeString(
        pairs, Json.object().put("required", never).put("deployed", STOP).toString() + "\n");
    Run lines = Run.tocsin("covers", "--pairs", pairs.toString());
    JsonNode answer = Json.read(lines.out(), "answer");
    assertThat(answer.path("outcome").asText()).isEqualTo("COVERED");
    assertThat(answer.path("reason").asText()).contains("no event can match");
    assertThat(lines.exitCode()).isEqualTo(ExitCode.GOOD);

    Run one = Run.tocsin("covers", "--required", never, "--deployed", STOP);
    assertThat(one.err()).contains("no event can match");
    assertThat(one.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aTextThatIsNoPatternIsInvalid() {
    Run run = Run.tocsin("covers", "--required", STOP, "--deployed", "{ $.eventName = }");
    JsonNode answer = Json.read(run.out(), "answer");
    assertThat(answer.path("outcome").asText()).isEqualTo("INVALID");
    assertThat(answer.path("reason").asText()).startsWith("pattern `{ $.eventName = }`: at offset");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
  }

  @Test
  void aPersonGetsTheMissedEventInPlainText() {
    Run run = Run.onTerminal("covers", "--required", STOP_OR_DELETE, "--deployed", STOP);
    assertThat(run.out())
        .startsWith("MISSED  the required pattern: `$.eventName = StopLogging` fails");
    assertThat(run.out()).contains("\"eventName\" : \"DeleteTrail\"");
  }

  @Test
  void aFileIsAnsweredLineByLineInItsOrder() throws Exception {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 1000; i++) {
      lines.add(
          Json.object()
              .put("id", "p" + i)
              .put("required", i % 2 == 0 ? STOP : STOP_OR_DELETE)
              .put("deployed", STOP)
              .toString());
    }
    Path file = Files.write(folder.resolve("pairs.jsonl"), lines);
    Run run = Run.tocsin("covers", "--pairs", file.toString());
    List<JsonNode> answers = run.out().lines().map(line -> Json.read(line, "answer")).toList();
    assertThat(answers.stream().map(answer -> answer.path("id").asText()))
        .containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(i -> "p" + i).toList());
    assertThat(answers.stream().map(answer -> answer.path("outcome").asText()).limit(4))
        .containsExactly("COVERED", "MISSED", "COVERED", "MISSED");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_GOOD);
  }
}

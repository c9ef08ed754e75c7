package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadUsageTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "tocsin {0}")
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                      ! tocsin: missing command. Fix: see `tocsin --help`
          cover                                   ! tocsin: there is no command `cover`. Fix: write `covers`, or see `tocsin --help`
          covers                                  ! tocsin covers: expected one of `--pairs`, `--event-pattern`, `--required`, `--deployed`, found none. Fix: see `tocsin covers --help`
          covers --required a                     ! tocsin covers: expected something deployed. Fix: give `--deployed` or `--event-pattern`
          covers --required a --deployed a --x    ! tocsin covers: unknown option: '--x'. Fix: see `tocsin covers --help`
          check --pattern a --patterns b          ! tocsin check: `--pattern` and `--patterns` do not go together. Fix: see `tocsin check --help`
          match --pattern a                       ! tocsin match: missing `--events`. Fix: see `tocsin match --help`
          drill                                   ! tocsin drill: missing `--control`. Fix: see `tocsin drill --help`
          diff                                    ! tocsin diff: missing `BEFORE` and `AFTER`. Fix: see `tocsin diff --help`
          new-rule                                ! tocsin new-rule: missing `ID`. Fix: see `tocsin new-rule --help`
          evaluate --only                         ! tocsin evaluate: `--only` has no value. Fix: see `tocsin evaluate --help`
          evaluate --only broken                  ! tocsin evaluate: `--only`: expected one of `non-compliant`, `compliant`, `not-applicable`, found `broken`. Fix: see `tocsin evaluate --help`
          benchmarks --format xml                 ! tocsin benchmarks: `--format`: expected one of `table`, `json`, found `xml`. Fix: see `tocsin benchmarks --help`
          help nope                               ! tocsin: there is no command `nope`. Fix: see `tocsin --help`
          list                                    ! tocsin: there is no command `list`. Fix: see `tocsin --help`
          evaluate account.json                   ! tocsin evaluate: expected options only, found `account.json`. Fix: see `tocsin evaluate --help`
          covers --pairs no/such.jsonl            ! tocsin covers: file `no/such.jsonl` does not exist
          match --pattern a --events no.jsonl     ! tocsin match: file `no.jsonl` does not exist
          """)
  void aWrongCommandLineGetsOneLineAndExitCode2(String line, String expected) {
    Run run = Run.tocsin(line.isEmpty() ? new String[0] : line.split(" +"));
    assertThat(run.err()).isEqualTo(expected + System.lineSeparator());
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id": 1                             | line 3 column 9: not JSON: unexpected end-of-input: expected close marker for Object
          []                                   | line 3: expected a text in `required`, found nothing
          null                                 | line 3: expected a text in `required`, found nothing
          {"required": 7, "deployed": []}      | line 3: expected a text in `required`, found `7`
          {"required": "", "deployed": {}}     | line 3: expected a pattern or an array of patterns in `deployed`, found `{}`
          {"required": "", "deployed": [1]}    | line 3: expected patterns only in `deployed`, found `1`
          """)
  void aLineThatCannotBeUsedIsAnsweredInItsPlaceAndTheOthersGoOn(String line, String expected)
      throws Exception {
    String good = "{\"required\": \"\", \"deployed\": \"\"}";
    Path file = Files.write(folder.resolve("pairs.jsonl"), List.of(good, "", line, good));
    Run run = Run.tocsin("covers", "--pairs", file.toString());
    List<JsonNode> answers = run.out().lines().map(l -> Json.read(l, "answer")).toList();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).path("outcome").asText()).isEqualTo("COVERED");
    assertThat(answers.get(1)).isEqualTo(Json.object().put("id", 3).put("error", expected));
    assertThat(answers.get(2).path("id").asInt()).isEqualTo(4);
    assertThat(answers.get(2).path("outcome").asText()).isEqualTo("COVERED");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }
}

package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
          cover                                   ! tocsin: unmatched argument at index 0: 'cover'. Fix: write `covers`, or see `tocsin --help`
          covers                                  ! tocsin covers: missing required argument (specify one of these): (--pairs=FILE | [--required=TEXT --deployed=TEXT [--deployed=TEXT]...]). Fix: see `tocsin covers --help`
          covers --required a                     ! tocsin covers: missing required argument(s): --deployed=TEXT. Fix: see `tocsin covers --help`
          covers --required a --deployed a --x    ! tocsin covers: unknown option: '--x'. Fix: see `tocsin covers --help`
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
          {"id": 1                             | column 9: not JSON: unexpected end-of-input: expected close marker for Object
          []                                   | : expected a text in `required`, found nothing
          {"required": 7, "deployed": []}      | : expected a text in `required`, found `7`
          {"required": "", "deployed": {}}     | : expected a pattern or an array of patterns in `deployed`, found `{}`
          {"required": "", "deployed": [1]}    | : expected patterns only in `deployed`, found `1`
          """)
  void aLineThatCannotBeUsedIsNamed(String line, String expected) throws Exception {
    Path file = folder.resolve("pairs.jsonl");
    Files.write(file, List.of("{\"required\": \"\", \"deployed\": \"\"}", "", line));
    Run run = Run.tocsin("covers", "--pairs", file.toString());
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("`" + file + "` line 3", expected);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }
}

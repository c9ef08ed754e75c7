package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Words of the command line, names of files among them, of the environment and of {@code
 * tocsin.yaml}, which a pipeline can have from whoever opens a pull request: the message that
 * refuses one is one line, and shows it as it is.
 */
class HostileWordsTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("tocsin.root"), "shared/examples");

  private static final int LONGEST_FILE = 250;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%s",
        "man %s",
        "evaluate %s",
        "--%s",
        "evaluate --%s",
        "evaluate --control %s --snapshot ACCOUNT",
        "evaluate --benchmark %s --snapshot ACCOUNT",
        "evaluate --exempt {%s --snapshot ACCOUNT",
        "evaluate --max-events-to-alarm %s --snapshot ACCOUNT",
        "evaluate --format %s --snapshot ACCOUNT",
        "evaluate --once-confirmed=%s --snapshot ACCOUNT",
        "evaluate --output FOLDER/%s/x --snapshot ACCOUNT",
        "evaluate --since FOLDER/%s --snapshot ACCOUNT",
        "evaluate --exemptions FOLDER/%s --snapshot ACCOUNT",
        "evaluate --snapshot FOLDER/%s",
        "evaluate --snapshots FOLDER/%s",
        "evaluate --terraform FOLDER/%s",
        "evaluate --cloudformation FOLDER/%s",
        "evaluate --accounts FOLDER/%s",
        "covers --pairs FOLDER/%s",
        "check --control vpc-changes --patterns FOLDER/%s",
        "match --pattern x --events FOLDER/%s",
        "diff FOLDER/%s FOLDER/%s",
        "controls --severity %s",
        "new-rule %s --root FOLDER",
      })
  void aWordIsAWord(String command) throws IOException {
    for (String name : command.contains("FOLDER/") ? namesOfFiles() : List.of(all())) {
      List<String> words = new ArrayList<>();
      for (String word : command.split(" ", -1)) {
        words.add(
            word.replace("ACCOUNT", EXAMPLES.resolve("accounts/good.json").toString())
                .replace("FOLDER", folder.toString())
                .replace("%s", name));
      }
      refusedInOneLine(Map.of(), words);
    }
  }

  @Test
  void aNameInTheEnvironmentOrInTheFileOfDefaultsIsAName() throws IOException {
    List<String> command =
        List.of("evaluate", "--snapshot", EXAMPLES.resolve("accounts/good.json").toString());
    Path file = folder.resolve("tocsin.yaml");
    for (String name : namesOfFiles()) {
      refusedInOneLine(
          Map.of("TOCSIN_CONFIG", folder + "/" + name, "COLUMNS", name, "TERM", name), command);
    }
    String quoted = Json.line(Json.object().textNode(all()));
    for (String line :
        List.of(
            quoted + ": 1",
            "region: 1\n" + quoted + ": 1",
            "benchmark: " + quoted,
            "control: [" + quoted + "]",
            all() + "\n: [")) {
      Files.write(file, line.getBytes(StandardCharsets.UTF_8));
      refusedInOneLine(Map.of("TOCSIN_CONFIG", file.toString()), command);
    }
  }

  @Test
  void aFileOfRecordsThatCannotBeReadIsNamed() throws IOException {
    List<String> command = new ArrayList<>(List.of("backtest", "--control", "vpc-changes"));
    for (String name : namesOfFiles()) {
      try {
        command.add(Path.of(folder + "/" + name).toString());
      } catch (InvalidPathException noFileHasThatName) {
        // Refused as a word, as above.
      }
    }
    Run run = Run.tocsin(command.toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out())
        .contains("it does not exist")
        .doesNotContainPattern(HostileNames.HIDDEN)
        .doesNotContainPattern(HostileNames.COMMAND);
  }

  /** Each name at the start of a line. */
  private static String all() throws IOException {
    return String.join("\n", HostileNames.all());
  }

  /** Words that a file can be called, whatever the system's alphabet, and one that none can. */
  private static List<String> namesOfFiles() throws IOException {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (String name : HostileNames.all()) {
      if (name.length() < LONGEST_FILE && name.chars().allMatch(c -> c > 0 && c < 0x80)) {
        if (word.length() + name.length() > LONGEST_FILE) {
          words.add(word.toString());
          word.setLength(0);
        }
        word.append('\n').append(name);
      }
    }
    words.add(word.toString());
    words.add(all());
    return words;
  }

  private static void refusedInOneLine(Map<String, String> environment, List<String> command) {
    Run run = Run.in(environment, command.toArray(String[]::new));
    String said = run.out() + run.err();
    String what = Json.strings(command) + " " + environment + "\n" + said;
    assertThat(run.exitCode()).as(what).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said)
        .as(what)
        .startsWith("tocsin")
        .endsWith("\n")
        .hasLineCount(1)
        .doesNotContainPattern(HostileNames.HIDDEN)
        .doesNotContainPattern(HostileNames.COMMAND);
  }
}

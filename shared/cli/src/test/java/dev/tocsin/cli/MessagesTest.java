package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mistake is answered with: the nearest name, what goes with what, how to list. */
class MessagesTest {
  private static final String GOOD = "--snapshot ../examples/accounts/good.json";

  @TempDir private Path folder;

  @ParameterizedTest(name = "tocsin {0}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          evaluate %s --control security-group-change ! did you mean `security-group-changes`?
          evaluate %s --control vpc-chagnes           ! did you mean `vpc-changes`?
          evaluate %s --control nope                  ! name one of those that `tocsin controls` lists
          evaluate %s --control vpc-changes,nope      ! unknown control `nope`
          evaluate %s --region us-east-1              ! a snapshot has its own Region
          evaluate --snapshots /dev/null --profile a  ! `--snapshots` goes with none of `--profile`
          check --control vpc-changes,x --pattern x ! expected one control
          explain --control vpc-changes,x --pattern x ! expected one control
          evaluate %s --max-events-to-alarm abc       ! expected a number from 1
          evaluate %s --once-confirmd                 ! write `--once-confirmed`
          evaluat                                     ! write `evaluate`
          controls --severity hig                     ! did you mean `high`?
          controls --benchmark cis-9                  ! `--benchmark`: expected one of
          controls --rule-set nope                    ! expected one of
          check --patterns /dev/null --control vpc-changes ! found no line
          """)
  void names(String line, String expected) {
    Run run = Run.tocsin(line.replace("%s", GOOD).strip().split(" +", -1));
    assertThat(run.err()).contains(expected);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "quux"})
  void nothingIsSuggestedWhereNothingIsNear(String command) {
    assertThat(Run.tocsin(command).err()).contains("Fix: see `tocsin --help`");
  }

  @Test
  void aControlNamedTwiceIsJudgedOnce() {
    String[] line =
        ("evaluate --format json "
                + GOOD
                + " --control vpc-changes,vpc-changes --control vpc-changes")
            .split(" ", -1);
    assertThat(Run.tocsin(line).out()).containsOnlyOnce("\"control\" : \"vpc-changes\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate " + GOOD,
        "remediate --plan " + GOOD,
        "check --pattern x",
        "explain --pattern x",
        "backtest ../examples/records"
      })
  void aControlThatTheNamedBenchmarkHasNotIsCalledOne(String command) {
    String asked = " --control config-recorder-stopped";
    String note = "note: `config-recorder-stopped` is no control of cis-1.2.0";
    assertThat(Run.tocsin((command + asked + " --benchmark cis-1.2.0").split(" ", -1)).err())
        .contains(note);
    assertThat(Run.tocsin((command + asked).split(" ", -1)).err())
        .doesNotContain("is no control of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --control vpc-changes --pattern",
        "explain --control vpc-changes --pattern",
        "covers --required {$.a=1} --deployed",
        "match --events EVENT --pattern"
      })
  void anEmptyPatternIsCalledOne(String command) throws IOException {
    Path event = Files.writeString(folder.resolve("event"), "{}");
    String[] line = (command + " ").replace("EVENT", event.toString()).split(" ", -1);
    assertThat(Run.tocsin(line).err()).contains("an empty pattern matches every event");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --control vpc-changes --patterns FILE",
        "covers --pairs FILE",
        "match --vectors FILE",
        "match --pattern {$.a=1} --events FILE",
        "match --pattern {$.a=1} --events FOLDER",
        "evaluate --snapshots FILE",
        "evaluate --snapshot FILE",
        "evaluate --snapshot FOLDER",
        "evaluate --accounts FILE --region us-east-1"
      })
  void nothingToAnswerIsNoAnswer(String command) throws IOException {
    Path nothing = Files.createFile(folder.resolve("nothing"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String line = command.replace("FILE", nothing.toString()).replace("FOLDER", empty.toString());
    Run run = Run.tocsin(line.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("expected").contains("found");
  }

  @Test
  void explainShowsThePlace() {
    Run run =
        Run.onTerminal(
            "explain", "--control", "vpc-changes", "--pattern", "{ $.eventName = = Stop }");
    assertThat(run.out().lines().skip(1))
        .containsExactly("  { $.eventName = = Stop }", "                  ^");
    String blanks = " ".repeat(200);
    Run far =
        Run.onTerminal(
            "explain", "--control", "vpc-changes", "--pattern", "{" + blanks + "? }" + blanks);
    assertThat(far.out().lines().skip(1)).allSatisfy(l -> assertThat(l).hasSizeLessThan(81));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate",
        "remediate",
        "check",
        "covers",
        "explain",
        "match",
        "backtest",
        "drill",
        "diff",
        "snapshot",
        "doctor",
        "controls",
        "benchmarks",
        "man",
        "render",
        "new-rule"
      })
  void helpFitsIntoEightyColumnsAndHasAnExample(String command) {
    Run run = Run.tocsin(command, "--help");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(run.out()).contains("  tocsin " + command).doesNotContain("null.");
    // Picocli wraps what is longer than a line: a text broken by hand as well ends lines early.
    assertThat(run.out()).doesNotContainPattern("\\n\\S.{0,30}\\n[a-z0-9]");
    String example = run.out().substring(run.out().indexOf("\nExample"));
    assertThat(example.lines().skip(2).takeWhile(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(line).startsWith("  "));
  }

  @Test
  void theCompletionScriptKnowsEveryCommand() {
    assertThat(Run.tocsin("completion").out()).contains("complete -F", "benchmarks", "--terraform");
  }

  @Test
  void namesAreWrappedAndWhatIsToBePastedIsNot() {
    Run run =
        Run.onTerminal(
            "explain",
            "--control=security-group-changes",
            "--pattern={ $.eventName = *SecurityGroupIngress || $.eventName = *SecurityGroupEgress }");
    List<String> lines = run.out().lines().toList();
    int fix = lines.indexOf("Fix: deploy");
    assertThat(fix).isGreaterThan(1);
    assertThat(lines.subList(0, fix)).allSatisfy(line -> assertThat(line.length() <= 120).isTrue());
    assertThat(lines.subList(fix + 1, lines.size()))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("  { $.eventName")
        .endsWith(" }");
  }

  @Test
  void controlsAndBenchmarksAreListed() {
    assertThat(Run.tocsin("controls", "--benchmark", "cis-1.2.0").out().lines()).hasSize(14);
    assertThat(Run.tocsin("controls", "--search", "TRAIL", "--format", "json").out())
        .contains("cloudtrail-configuration-changes")
        .doesNotContain("\"vpc-changes\"");
    assertThat(Run.tocsin("benchmarks").out()).contains("cis-7.0.0", "(default)");
  }
}

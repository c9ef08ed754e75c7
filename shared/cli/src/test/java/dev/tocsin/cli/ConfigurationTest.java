package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static final String[] EVALUATE = {
    "evaluate", "--snapshot", "../examples/accounts/guide-security-groups.json"
  };

  @TempDir private Path folder;

  private Run run(String configuration, String... arguments) throws IOException {
    Path file = Files.writeString(folder.resolve("tocsin.yaml"), configuration);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    int exitCode = Tocsin.run(terminal, Map.of("TOCSIN_CONFIG", file.toString()), arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void itsValuesAreDefaults() throws Exception {
    String configuration = "control: [security-group-changes]\nbenchmark: cis-1.2.0\n";
    Run asConfigured = run(configuration, EVALUATE);
    assertThat(asConfigured.exitCode()).as(asConfigured.err() + asConfigured.out()).isZero();
    assertThat(asConfigured.out()).contains("security-group-changes").doesNotContain("vpc-changes");
    Run byHand =
        run(configuration, EVALUATE[0], EVALUATE[1], EVALUATE[2], "--benchmark", "cis-7.0.0");
    assertThat(byHand.exitCode()).isEqualTo(1);
  }

  @Test
  void accountsGiveWayToASourceThatIsNamed() throws Exception {
    Run run = run("accounts: no/such.txt\ncontrol: security-group-changes\n", EVALUATE);
    assertThat(run.err()).isEmpty();
    assertThat(run("accounts: no/such.txt", "evaluate").err()).contains("no/such.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regions: [eu-west-1]",
        "accounts: no/such.txt\nregions: [eu-west-1]\nrole-name: reader",
        "account-id: 111122223333",
        "once-confirmed: true",
        "confirm-on-aws: true",
        "profile: audit\nregion: eu-west-1\nendpoint-url: http://127.0.0.1:1"
      })
  void whatSuitsAnotherQuestionIsNotInTheWay(String configuration) throws Exception {
    Run run = run(configuration + "\ncontrol: security-group-changes", EVALUATE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("security-group-changes");
  }

  @Test
  void anAccountOfTheFileIsNotInTheWayOfManySnapshots() throws Exception {
    String account = Files.readString(Path.of(EVALUATE[2])).replaceAll("\\s*\\n\\s*", " ");
    Path lines =
        Files.writeString(
            folder.resolve("lines.jsonl"),
            "{\"id\": \"a\", \"snapshot\": " + account + ", \"control\": \"vpc-changes\"}\n");

    Run run =
        run(
            "profile: audit\nregion: eu-west-1\nendpoint-url: http://127.0.0.1:1",
            "evaluate",
            "--snapshots",
            lines.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("vpc-changes");
  }

  @Test
  void aTemplateOfThatNameIsNoConfiguration() throws Exception {
    Run run = run("Resources: {}\nbenchmark: nope\n", "benchmarks");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aValueForPlansIsRefusedWithItsLineWhereAPlanIsJudged() throws Exception {
    Run run = run("region: a\nonce-confirmed: 1", "evaluate", "--terraform", "no/such.json");
    assertThat(run.err())
        .contains(
            "tocsin.yaml` line 2: `--once-confirmed`: expected one of `true`, `false`, found `1`");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aValueOfTheCommandLineIsNotBlamedOnTheFile() throws Exception {
    String configuration = "max-events-to-alarm: 2\n";
    Run run =
        run(configuration, EVALUATE[0], EVALUATE[1], EVALUATE[2], "--max-events-to-alarm=abc");
    assertThat(run.err()).contains("`--max-events-to-alarm`").doesNotContain("tocsin.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "evaluate --help", "help", "completion", "man", "--version"})
  void whatExplainsTocsinWorksBesideAFileThatCannotBeUsed(String line) throws Exception {
    assertThat(run("a: [", line.split(" ", -1)).exitCode()).isZero();
  }

  @Test
  void listsWithinListsWithoutEndAreRefused() throws Exception {
    assertThat(run("region: " + "[".repeat(100_000), EVALUATE).err())
        .contains("tocsin.yaml` line 1: expected values and lists of values")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`benchmark: cis-7.0.0\nbenchmrak: x`|line 2: there is no `benchmrak`. Fix: did you mean `benchmark`?",
        "quux: 1|line 1: there is no `quux`. Fix: write one of accept",
        "`region: a\nregion: b`|line 2: `region` stands there twice",
        "`\nregion: {a: b}`|line 2: expected a value or a list of values",
        "- a|line 1: expected names of options with their values",
        "`a: [`|not YAML",
        "`region: a\nmax-events-to-alarm: abc`|tocsin.yaml` line 2: `--max-events-to-alarm`: expected a number",
        "`\nbenchmark: cis-9`|tocsin.yaml` line 2: `--benchmark`: expected one of",
        "exempt: '{ $.a = }'|tocsin.yaml` line 1: `--exempt`: ",
        "`region: a\nexempt:`|line 2: `exempt` has no value. Fix: write one, or leave the line out",
        "exempt: ''|line 1: `exempt` has no value",
        "benchmark: ~|line 1: `benchmark` has no value",
        "accepted-actions: []|line 1: `accepted-actions` has no value",
        "exempt: { $.eventName = X }|Fix: put single quotes round a text that begins with",
        "`benchmark: \"cis-7.0.0\nregion: a\n\n\n`|line 1: not YAML"
      })
  void aMistakeIsSaidWithItsLine(String configuration, String expected) throws Exception {
    Run run = run(configuration, EVALUATE);
    assertThat(run.err()).contains(expected);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "control: vpc-chnages|unknown control `vpc-chnages`",
        "control: [vpc-changes, nope]|unknown control `nope`",
        "region: mars-1|there is no Region `mars-1`",
        "profile: no-such-profile|profile `no-such-profile` is not in",
        "endpoint-url: nope|`--endpoint-url`: expected a URL",
        "accounts: no/such.txt|`no/such.txt`",
        "`accounts: FILE\n\nregions: [us-east-1, mars-1]`|there is no Region `mars-1`",
        "`accounts: FILE\n\nrole-name: a b`|`--role-name`: ",
        "`accounts: FILE\n\nrole-name: arn:aws:iam::111122223333:role/reader`|not as an ARN",
        "account-id: abc|`--account-id`: ",
        "once-confirmed: maybe|`--once-confirmed`: ",
        "accept-event-bridge: maybe|`--accept-event-bridge`: ",
        "accepted-actions: nope|`--accepted-actions`: ",
        "accepted-watchers: nope|`--accepted-watchers`: ",
        "monitoring-account: 12|`--monitoring-account`: ",
        "confirm-on-aws: maybe|`--confirm-on-aws`: ",
      })
  void aRefusedValueIsSaidWithItsLine(String setting, String expected) throws Exception {
    Path accounts = Files.writeString(folder.resolve("accounts.txt"), "111122223333\n");
    String configuration = "# ours\n" + setting.replace("FILE", accounts.toString());
    List<String> line = new ArrayList<>(List.of("evaluate"));
    if (setting.matches("(account-id|once-confirmed).*")) {
      line.addAll(List.of("--terraform", "../examples/before-deployment/plan.json"));
    }
    Run run = run(configuration, line.toArray(new String[0]));
    int last = (int) configuration.strip().lines().count();
    assertThat(run.err()).contains("tocsin.yaml` line " + last + ": ").contains(expected);
    assertThat(run.exitCode()).isBetween(2, 3);
  }

  @Test
  void aValueThatIsTypedOrElsewhereIsNotBlamedOnTheFile() throws Exception {
    assertThat(run("control: vpc-changes", "evaluate", "--control", "nope").err())
        .doesNotContain("tocsin.yaml");
    assertThat(run("region: us-east-1", "evaluate", "--region=mars-1").err())
        .contains("there is no Region `mars-1`")
        .doesNotContain("tocsin.yaml");
  }
}

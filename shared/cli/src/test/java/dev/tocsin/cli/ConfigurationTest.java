package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void aTemplateOfThatNameIsNoConfiguration() throws Exception {
    Run run = run("Resources: {}\nbenchmark: nope\n", "benchmarks");
    assertThat(run.exitCode()).isZero();
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
        "max-events-to-alarm: abc|`--max-events-to-alarm`: expected a number"
      })
  void aMistakeIsSaidWithItsLine(String configuration, String expected) throws Exception {
    Run run = run(configuration, EVALUATE);
    assertThat(run.err()).contains(expected);
    assertThat(run.exitCode()).isEqualTo(2);
  }
}

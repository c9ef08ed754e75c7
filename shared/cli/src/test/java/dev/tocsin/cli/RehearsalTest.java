package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.emulator.MadeUpCredentials;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the installer rehearses is a whole evaluation, not its failure. */
class RehearsalTest {

  @BeforeAll
  static void credentials() {
    MadeUpCredentials.use();
  }

  @Test
  void everyAnswerThatIsAskedForIsRecorded() throws Exception {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exitCode =
        Rehearsal.run(
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false));
    assertThat(exitCode).as("%s", err).isEqualTo(ExitCode.GOOD);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("15 of 15 controls compliant");
  }
}

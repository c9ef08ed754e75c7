package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.emulator.WithEmulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The script's own tests; they need the SDK for Python, which comes with the emulator. */
@WithEmulator
class CarrierScriptTest {

  @Test
  void theCarrierKeepsToThePlanAndToTheModelsOfTheSdk() throws Exception {
    Process tests =
        new ProcessBuilder("python3", "-B", "carrier_test.py")
            .directory(
                Path.of(System.getProperty("tocsin.root"), "cloudformation/remediation/scripts")
                    .toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tests.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(tests.exitValue()).as(said).isZero();
    assertThat(said).contains("OK");
  }
}

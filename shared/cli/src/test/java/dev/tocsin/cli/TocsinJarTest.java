package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users start it; runs after it was packaged. */
class TocsinJarTest {

  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final Path JAR = ROOT.resolve("shared/cli/target/tocsin.jar");

  @TempDir private Path folder;

  @Test
  void twoThousandPairsAreAllDecided() throws Exception {
    var random = new Random(20261121);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      lines.add(
          Json.object()
              .put("id", i)
              .put("required", RandomPatterns.pattern(random, 400))
              .put("deployed", RandomPatterns.pattern(random, 400))
              .toString());
    }
    Path pairs = Files.write(folder.resolve("pairs.jsonl"), lines);
    Started run = java("-jar", JAR.toString(), "covers", "--pairs", pairs.toString());

    List<JsonNode> answers = run.out().lines().map(line -> Json.read(line, "answer")).toList();
    assertThat(answers).hasSize(2000);
    assertThat(answers)
        .extracting(answer -> answer.path("outcome").asText())
        .containsOnly("COVERED", "MISSED");
  }

  @Test
  void nothingOfTheAwsSdkIsLoadedWithoutALiveAccount() throws Exception {
    Path snapshot = ROOT.resolve("shared/examples/accounts/good.json");
    Started run =
        java(
            "-Xlog:class+load",
            "-jar",
            JAR.toString(),
            "evaluate",
            "--control",
            "root-account-usage",
            "--snapshot",
            snapshot.toString());
    assertThat(run.out()).contains("dev.tocsin.chain.judge").doesNotContain("awssdk");
  }

  @Test
  void aBadCommandLineEndsWithCode2AndOneLine() throws Exception {
    Started run = java("-jar", JAR.toString(), "covers", "--pairs", "no/such/file");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out().lines()).hasSize(1);
  }

  /** A process that ended; {@code out} holds both of its streams. */
  private record Started(int exitCode, String out) {}

  private Started java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    return new Started(process.waitFor(), Files.readString(out));
  }
}

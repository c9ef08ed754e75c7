package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs cfn-lint on every template; skipped where there is none, unless it is required. */
class CfnLintTest {

  private static final Path TEMPLATES =
      Path.of(System.getProperty("tocsin.root"), "cloudformation");

  @BeforeAll
  static void cfnLintIsThere() {
    boolean there = run(List.of("cfn-lint", "--version")).startsWith("cfn-lint");
    if (!there && "true".equals(System.getenv("TOCSIN_REQUIRE_CFN_LINT"))) {
      throw new IllegalStateException("cfn-lint is required. Fix: `pip install cfn-lint`");
    }
    assumeTrue(there, "templates are not linted. Fix: `pip install cfn-lint`");
  }

  @Test
  void everyTemplateIsClean() throws IOException {
    List<List<String>> commands = commands();
    assertThat(commands).allMatch(command -> command.size() > 1);
    assertThat(commands.parallelStream().map(CfnLintTest::run)).allMatch(String::isEmpty);
  }

  /** One process for the stack, which takes as long as all others together. */
  private static List<List<String>> commands() throws IOException {
    List<String> stack = new ArrayList<>(List.of("cfn-lint"));
    List<String> others = new ArrayList<>(List.of("cfn-lint"));
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      files
          .filter(CfnLintTest::isTemplate)
          .sorted()
          .forEach(file -> (file.endsWith("tocsin.yaml") ? stack : others).add(file.toString()));
    }
    return List.of(stack, others);
  }

  /** SSM documents are no templates of CloudFormation. */
  private static boolean isTemplate(Path file) {
    try {
      return file.toString().endsWith(".yaml") && Files.readString(file).contains("\nResources:");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException absent) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

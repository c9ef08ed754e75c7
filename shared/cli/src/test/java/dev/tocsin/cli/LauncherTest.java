package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that start and install the command line, run by a shell. */
class LauncherTest {
  private static final Path SCRIPTS = Path.of("launcher").toAbsolutePath();

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void someJar() throws IOException {
    jar = Files.writeString(folder.resolve("tocsin.jar"), "no jar, but a file of that name");
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for word in "$@"; do
          echo "<$word>"
          case $word in -XX:SharedArchiveFile=*) : > "${word#*=}" ;; esac
        done
        """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private Run run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("TOCSIN_JAR");
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  @Test
  void whatIsInstalledStartsFromAnywhere() throws Exception {
    Path prefix = folder.resolve("a prefix");
    Run installed =
        run(
            Map.of("TOCSIN_JAR", jar.toString()),
            SCRIPTS.resolve("install.sh").toString(),
            prefix.toString());
    assertThat(installed.exitCode()).as(installed.err()).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("t"), prefix.resolve("bin/tocsin"));
    for (Path command : List.of(prefix.resolve("bin/tocsin"), link)) {
      Run started = run(Map.of(), command.toString(), "check", "--pattern", "{ $.a = \"b c\" }");
      assertThat(started.out().lines())
          .as(started.err())
          .contains("<-jar>", "<check>", "<--pattern>", "<{ $.a = \"b c\" }>")
          .anyMatch(line -> line.endsWith("lib/tocsin/tocsin.jar>"))
          .anyMatch(line -> line.matches("<-XX:SharedArchiveFile=.*lib/tocsin/tocsin.jsa>"));
    }
    Files.delete(prefix.resolve("lib/tocsin/tocsin.jsa"));
    assertThat(run(Map.of(), link.toString()).out()).contains("<-jar>").doesNotContain("Shared");
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Path alone = Files.copy(SCRIPTS.resolve("tocsin"), folder.resolve("alone"));
    Files.delete(jar);
    Run noJar = run(Map.of(), "sh", alone.toString());
    assertThat(noJar.exitCode()).isEqualTo(2);
    assertThat(noJar.err()).contains("Fix: set TOCSIN_JAR");
    Run noJava =
        run(
            Map.of("JAVA_HOME", "/no/such", "TOCSIN_JAR", "x.jar"),
            "sh",
            SCRIPTS.resolve("tocsin").toString());
    assertThat(noJava.exitCode()).isEqualTo(2);
    assertThat(noJava.err()).contains("`/no/such/bin/java` cannot be started");
  }
}

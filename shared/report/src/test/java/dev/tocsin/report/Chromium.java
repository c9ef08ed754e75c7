package dev.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium that opens one page and ends. */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Path folder;
  private final Path program;

  /**
   * Skips the test where there is no browser, unless {@code TOCSIN_REQUIRE_BROWSER} is {@code
   * true}.
   *
   * @param folder for what the browser writes
   */
  Chromium(Path folder) {
    Optional<Path> found = find();
    boolean required = "true".equals(System.getenv("TOCSIN_REQUIRE_BROWSER"));
    assumeTrue(found.isPresent() || required, "no chromium on the PATH: the page is not opened");
    this.folder = folder;
    this.program = found.orElseThrow(() -> new AssertionError("no chromium on the PATH"));
  }

  /** What was seen: standard output, and the browser's log with the page's console in it. */
  record Seen(String out, String log) {}

  Seen open(Path page, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--virtual-time-budget=5000",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    String seen = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(seen).isZero();
    return new Seen(Files.readString(out), seen);
  }

  private static Optional<Path> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
        .flatMap(path -> Files.isExecutable(path) ? Stream.of(path) : Stream.empty())
        .findFirst();
  }
}

package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command has a page that names what its help names, and that man's formatter reads. */
class ManPagesTest {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-zA-Z][a-z-]*");

  @Test
  void everyCommandHasAPageWithEveryOption(@TempDir Path folder) throws IOException {
    assertThat(Run.tocsin("man", "--folder", folder.toString()))
        .extracting(Run::exitCode)
        .isEqualTo(0);

    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    for (String command : commands()) {
      String page = pages.remove("tocsin-" + command + ".1");
      assertThat(page).as(command).isNotNull();
      Matcher option = OPTION.matcher(optionsOf(command));
      while (option.find()) {
        assertThat(page).as(command).contains("\\fB" + option.group().replace("-", "\\-") + "\\fR");
      }
    }
    assertThat(pages.keySet()).containsExactly("tocsin.1");
  }

  @Test
  void theFormatterReadsThemAndShowsWhatIsMeant() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff here");
    StringBuilder all = new StringBuilder();
    for (String command : commands()) {
      all.append(Run.tocsin("man", command).out());
    }
    Process groff =
        new ProcessBuilder("groff", "-man", "-ww", "-Tascii", "-P-cbou", "-rLL=200n").start();
    Thread writer =
        new Thread(
            () -> {
              try (var in = groff.getOutputStream()) {
                in.write(all.toString().getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    String shown = new String(groff.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    String problems = new String(groff.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();

    assertThat(problems).isEmpty();
    assertThat(shown)
        .contains("--snapshot shared/examples/accounts/broken-links.json")
        .contains("Have AWS run the query, which costs money, and print the report.")
        .doesNotContain("\\f", "@|", "${");
  }

  @Test
  void anUnknownCommandGetsTheNearest() {
    Run run = Run.tocsin("man", "evalute");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no command `evalute`. Fix: write `evaluate`");
  }

  private static List<String> commands() {
    return Run.tocsin("--help")
        .out()
        .lines()
        .dropWhile(line -> !line.startsWith("Commands:"))
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .filter(line -> line.matches("  [a-z-]+ .*"))
        .map(line -> line.strip().split(" ", 2)[0])
        .toList();
  }

  /** The lines of a help that begin with an option. */
  private static String optionsOf(String command) {
    return Run.tocsin(command, "--help")
        .out()
        .lines()
        .filter(line -> line.matches(" +-.*"))
        .map(line -> line.strip().split("  ", 2)[0])
        .reduce("", (a, b) -> a + "\n" + b);
  }
}

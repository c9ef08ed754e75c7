package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.io.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static final int WIDE = 120;

  private static String help(String command, boolean interactive, String columns) {
    var out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            interactive,
            false);
    String[] line = (command + " --help").strip().split(" ", -1);
    assertThat(Tocsin.run(terminal, Map.of("COLUMNS", columns), line)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  static Stream<String> commands() {
    Terminal terminal = new Terminal(System.out, System.err, false, false);
    return Stream.concat(Stream.of(""), Commands.all(terminal).keySet().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void linesEndAtBlanks(String command) {
    Set<String> words =
        Set.copyOf(List.of(help(command, true, String.valueOf(WIDE)).split("\\s+")));
    for (int width : new int[] {80, 97}) {
      String help = help(command, true, String.valueOf(width));
      assertThat(words).as("%s at %d%n%s", command, width, help).contains(help.split("\\s+"));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void linesFitTheUsualWidth(String command) {
    assertThat(help(command, false, "").lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100, WIDE})
  void itIsAsWideAsColumnsSays(int columns) {
    int widest =
        help("evaluate", true, String.valueOf(columns))
            .lines()
            .mapToInt(String::length)
            .max()
            .orElse(0);
    assertThat(widest).isBetween(columns - 8, columns);
    assertThat(help("evaluate", false, String.valueOf(columns)))
        .isEqualTo(help("evaluate", false, ""));
  }
}

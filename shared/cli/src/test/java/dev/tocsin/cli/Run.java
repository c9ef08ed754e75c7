package dev.tocsin.cli;

import dev.tocsin.cli.io.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command line in this process, with what it wrote. */
public record Run(int exitCode, String out, String err) {

  /** With the output going to a program. */
  public static Run tocsin(String... arguments) {
    return run(false, System.getenv(), arguments);
  }

  /** The same in another environment. */
  static Run in(Map<String, String> environment, String... arguments) {
    return run(false, environment, arguments);
  }

  /** With a person reading the output, without colours. */
  public static Run onTerminal(String... arguments) {
    return run(true, System.getenv(), arguments);
  }

  private static Run run(
      boolean interactive, Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            false);
    int exitCode = Tocsin.run(terminal, environment, arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

package dev.tocsin.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {

  @ParameterizedTest(name = "terminal {0}, COLUMNS={1}")
  @CsvSource({"true, 40, 40", "true, 72, 72", "true, 7, 40", "true, 999, 120", "false, 40, 80"})
  void columnsHoldOnATerminalWithinReason(boolean interactive, String columns, int width) {
    assertThat(Width.of(terminal(interactive), Optional.of(columns))).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"abc", "''", "0", "-5", "99999", "4 0"})
  void whatIsNoWidthIsAsIfItWereNotThere(String columns) {
    assertThat(Width.of(terminal(true), Optional.of(columns)))
        .isEqualTo(Width.of(terminal(true), Optional.empty()));
  }

  private static Terminal terminal(boolean interactive) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Terminal(nowhere, nowhere, interactive, false);
  }
}

package dev.tocsin.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but `yes` is one, and the question's line ends whoever answers, or nobody. */
class YesOrNoTest {
  private static final String QUESTION = "Delete it? Only `yes` does: ";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({"yes, true", "'yes\n', true", "'y', false", "'yes, all', false", "'', false"})
  void onlyYesIsOne(String answer, boolean yes) {
    assertThat(ask(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), true))
        .isEqualTo(yes);
  }

  @Test
  void terminalEndsTheLineItself() {
    ask(new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8)), true);

    assertThat(said()).isEqualTo(QUESTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "yes\n", "no\n"})
  void lineEndsWhereNoTerminalShowsTheAnswer(String answer) {
    ask(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), false);

    assertThat(said()).isEqualTo(QUESTION + System.lineSeparator());
  }

  @Test
  void lineEndsAtATerminalThatIsLeft() {
    assertThat(ask(InputStream.nullInputStream(), true)).isFalse();
    assertThat(said()).isEqualTo(QUESTION + System.lineSeparator());
  }

  @Test
  void closedInputIsNo() {
    InputStream closed = new PipedInputStream();

    assertThat(ask(closed, false)).isFalse();
    assertThat(said()).isEqualTo(QUESTION + System.lineSeparator());
  }

  private boolean ask(InputStream answer, boolean interactive) {
    InputStream before = System.in;
    try {
      System.setIn(answer);
      PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
      return YesOrNo.ask(new Terminal(said, said, interactive, interactive), "Delete it");
    } finally {
      System.setIn(before);
    }
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

package dev.tocsin.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A line that counts while something runs, and is gone when it is over. */
class TickerTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(boolean interactive) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, interactive, false);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isSaidAgainAndTakenAway() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    Ticker ticker =
        new Ticker(
            terminal(true),
            () -> {
              twice.countDown();
              return "reading, call " + twice.getCount();
            },
            SOON,
            SOON);
    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    ticker.close();
    assertThat(said()).startsWith("\r\u001b[Kreading, call 1\r\u001b[K").endsWith("\r\u001b[K");
  }

  @Test
  void whatIsOverSoonAndAProgramAreToldNothing() throws Exception {
    assertThat(Ticker.during(terminal(true), () -> "x", () -> "done")).isEqualTo("done");
    Ticker ticker = new Ticker(terminal(false), () -> "x", SOON, SOON);
    TimeUnit.MILLISECONDS.sleep(20);
    ticker.close();
    assertThat(said()).isEmpty();
  }
}

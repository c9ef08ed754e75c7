package dev.tocsin.cli.io;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/**
 * Says on a terminal, every second, how far something long has come, and takes the line away at its
 * end. Of what is over soon nothing is said, nor where a program reads.
 */
public final class Ticker {
  /** Of what is over by then nothing is said. */
  public static final Duration SOON = Duration.ofSeconds(2);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final Timer clock = new Timer("progress", true);
  private boolean said;
  private boolean closed;

  /** Does the work, and says that line meanwhile, made anew each time, on another thread. */
  public static <T> T during(Terminal terminal, Supplier<String> line, Supplier<T> work) {
    Ticker ticker = start(terminal, line);
    try {
      return work.get();
    } finally {
      ticker.close();
    }
  }

  /** The same for work without a result. */
  public static void during(Terminal terminal, Supplier<String> line, Runnable work) {
    during(
        terminal,
        line,
        () -> {
          work.run();
          return null;
        });
  }

  /** Says that line, made anew each time, on another thread, until it is closed. */
  public static Ticker start(Terminal terminal, Supplier<String> line) {
    return new Ticker(terminal, line, SOON, SECOND);
  }

  Ticker(Terminal terminal, Supplier<String> line, Duration first, Duration every) {
    this.terminal = terminal;
    if (terminal.interactive()) {
      clock.scheduleAtFixedRate(
          new TimerTask() {
            @Override
            public void run() {
              say(line.get());
            }
          },
          first.toMillis(),
          every.toMillis());
    }
  }

  private synchronized void say(String line) {
    if (!closed) {
      terminal.err().print(CLEAR_LINE + line);
      terminal.err().flush();
      said = true;
    }
  }

  /** Says nothing more, and takes the line away. */
  public synchronized void close() {
    clock.cancel();
    closed = true;
    if (said) {
      terminal.err().print(CLEAR_LINE);
      terminal.err().flush();
    }
  }
}

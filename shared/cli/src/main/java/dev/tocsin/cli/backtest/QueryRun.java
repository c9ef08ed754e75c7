package dev.tocsin.cli.backtest;

import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.RecordQueries;
import dev.tocsin.aws.RecordQueries.Phase;
import dev.tocsin.aws.RecordQueries.Progress;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Ticker;
import dev.tocsin.drill.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A query from its start to its rows. Whatever ends the wait before the query is over, a failure or
 * an interrupt, ends the query too, since what it reads is charged.
 */
final class QueryRun {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final RecordQueries queries;
  private final Terminal terminal;
  private final Pace pace;
  private final AtomicReference<String> running = new AtomicReference<>();
  private volatile Progress last = new Progress(Phase.WAITING, "", 0);

  QueryRun(RecordQueries queries, Terminal terminal, Pace pace) {
    this.queries = queries;
    this.terminal = terminal;
    this.pace = pace;
  }

  /**
   * The rows that answer it.
   *
   * @throws QueryFailed if AWS did not run it to its end
   */
  List<Map<String, String>> rows(String sql) {
    String id = queries.start(sql);
    running.set(id);
    Thread atExit = new Thread(this::stop, "stop the query");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      Ticker.during(terminal, this::line, () -> waitFor(id));
    } finally {
      stop();
      removeHook(atExit);
    }
    if (last.phase() != Phase.DONE) {
      throw QueryFailed.of(
          id, last.phase() == Phase.FAILED ? "failed" : "was cancelled", last.reason());
    }
    terminal.err().println("query `%s` read %s".formatted(id, Bytes.of(last.bytesScanned())));
    return queries.rows(id);
  }

  private void waitFor(String id) {
    last = queries.progress(id);
    while (!last.phase().isOver()) {
      pace.pause(BETWEEN_LOOKS);
      last = queries.progress(id);
    }
    running.set(null);
  }

  /** Ends the query that is not over, once. */
  private void stop() {
    String id = running.getAndSet(null);
    if (id == null) {
      return;
    }
    try {
      queries.stop(id);
      terminal.err().println("query `%s` is stopped; what it has read is charged".formatted(id));
    } catch (AccountReadException failed) {
      terminal
          .err()
          .println(
              "query `%s` may still be running, which costs money: %s. Fix: %s"
                  .formatted(id, failed.getMessage(), queries.stopCommand(id)));
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // It is the hook that ends the wait.
    }
  }

  private String line() {
    return "query %s: %s read"
        .formatted(last.phase().name().toLowerCase(Locale.ROOT), Bytes.of(last.bytesScanned()));
  }
}

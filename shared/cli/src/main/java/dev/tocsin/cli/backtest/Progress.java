package dev.tocsin.cli.backtest;

import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Ticker;
import dev.tocsin.records.RecordSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Says on a terminal how far a reading has come, and how fast; nothing where a program reads. */
final class Progress implements AutoCloseable {

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder records = new LongAdder();
  private final Ticker ticker;

  Progress(Terminal terminal) {
    this.terminal = terminal;
    this.ticker = Ticker.start(terminal, this::line);
  }

  /** The source, its bytes counted as they are read. */
  RecordSource watched(RecordSource source) {
    return new RecordSource(source.name(), () -> new Counting(source.opener().open()));
  }

  void record() {
    records.increment();
  }

  private String line() {
    double seconds = Math.max((System.nanoTime() - start) / 1e9, 0.001);
    double megabytes = bytes.sum() / 1e6;
    return String.format(
        Locale.ROOT,
        "%,d records, %,.1f MB in %.1f s: %,.0f records/s, %,.1f MB/s",
        records.sum(),
        megabytes,
        seconds,
        records.sum() / seconds,
        megabytes / seconds);
  }

  @Override
  public void close() {
    ticker.close();
    if (terminal.interactive() && System.nanoTime() - start >= Ticker.SOON.toNanos()) {
      terminal.err().println(line());
    }
  }

  /** Counts the bytes that go through. */
  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      bytes.add(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      bytes.add(Math.max(count, 0));
      return count;
    }
  }
}

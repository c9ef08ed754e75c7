package dev.tocsin.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Some whole lines of a source, about {@link #BYTES} of them, so that threads can share one. */
final class LineBatch {

  private static final int BYTES = 1 << 20;

  /**
   * A longer line is cut here. A few wait to be read, so that they may take a part of the memory.
   */
  static final int LONGEST_LINE = (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 32);

  private final String source;
  private final int firstLine;
  private final byte[] bytes;

  private LineBatch(String source, int firstLine, byte[] bytes) {
    this.source = source;
    this.firstLine = firstLine;
    this.bytes = bytes;
  }

  /** Cuts a source at line breaks; what was read before a failure is given on. */
  static void cut(OpenSource source, Consumer<LineBatch> batches) throws IOException {
    InputStream in = source.in();
    ByteArrayOutputStream rest = new ByteArrayOutputStream(BYTES);
    byte[] buffer = new byte[BYTES];
    int line = 1;
    int unfinished = 0;
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        int end = lastBreak(buffer, n);
        if (end == 0) {
          int kept = Math.min(n, Math.max(LONGEST_LINE + 1 - unfinished, 0));
          rest.write(buffer, 0, kept);
          unfinished += kept;
          continue;
        }
        rest.write(buffer, 0, end);
        if (rest.size() >= BYTES) {
          line = give(source.name(), line, rest, batches);
        }
        rest.write(buffer, end, n - end);
        unfinished = n - end;
      }
    } finally {
      give(source.name(), line, rest, batches);
    }
  }

  private static int give(
      String source, int line, ByteArrayOutputStream rest, Consumer<LineBatch> batches) {
    byte[] bytes = rest.toByteArray();
    rest.reset();
    if (bytes.length > 0) {
      batches.accept(new LineBatch(source, line, bytes));
    }
    int next = line;
    for (byte b : bytes) {
      next += b == '\n' ? 1 : 0;
    }
    return next;
  }

  private static int lastBreak(byte[] buffer, int length) {
    int end = length;
    while (end > 0 && buffer[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** Reads every line by itself. */
  void read(Roots roots, RecordSink sink) {
    int line = firstLine;
    int start = 0;
    while (start < bytes.length) {
      int end = start;
      boolean blank = true;
      while (end < bytes.length && bytes[end] != '\n') {
        blank &= OpenSource.isBlank(bytes[end]);
        end++;
      }
      if (!blank) {
        roots.line(bytes, start, end - start, new Place(source, line), sink);
      }
      line++;
      start = end + 1;
    }
  }

  /** Where a line stands. */
  record Place(String source, int line) {
    Damage damage(String reason) {
      return new Damage(source, "line " + line, reason);
    }
  }
}

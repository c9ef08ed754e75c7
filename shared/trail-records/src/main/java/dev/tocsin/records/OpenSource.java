package dev.tocsin.records;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A source's characters from the first that counts: unpacked, without a byte order mark. */
final class OpenSource implements Closeable {

  private static final int BUFFER = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final String name;
  private final BufferedInputStream in;
  private final boolean lines;

  private OpenSource(String name, BufferedInputStream in, boolean lines) {
    this.name = name;
    this.in = in;
    this.lines = lines;
  }

  static OpenSource of(RecordSource source) throws IOException {
    InputStream raw = source.opener().open();
    try {
      BufferedInputStream packed = new BufferedInputStream(raw, BUFFER);
      BufferedInputStream in = packed;
      if (begins(packed, GZIP)) {
        in = new BufferedInputStream(new GzipMembers(packed), BUFFER);
        if (begins(in, GZIP)) {
          throw new IOException("expected records, found gzip within gzip. Fix: unpack it once");
        }
      }
      if (begins(in, ZIP)) {
        throw new IOException("expected records, plain or gzip, found ZIP. Fix: unpack it");
      }
      if (begins(in, MARK)) {
        in.skipNBytes(MARK.length);
      }
      return new OpenSource(source.name(), in, isLines(in));
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  InputStream in() {
    return in;
  }

  /** Whether each line is to be read by itself, so that a bad one spoils no other. */
  boolean lines() {
    return lines;
  }

  /** By the bytes: names lie, and exports have none. */
  private static boolean begins(BufferedInputStream in, byte[] bytes) throws IOException {
    in.mark(bytes.length);
    byte[] start = in.readNBytes(bytes.length);
    in.reset();
    return Arrays.equals(start, bytes);
  }

  private static boolean isLines(BufferedInputStream in) throws IOException {
    in.mark(BUFFER);
    byte[] head = head(in);
    in.reset();
    int start = nextInk(head, 0);
    if (start == head.length || (head[start] != '{' && head[start] != '[')) {
      return true;
    }
    int end = start;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    int last = end - 1;
    while (isBlank(head[last])) {
      last--;
    }
    int next = nextInk(head, end);
    boolean closed = head[last] == '}' || head[last] == ']';
    boolean nextBegins = next < head.length && head[next] == '{' && "[{,:".indexOf(head[last]) < 0;
    return end < head.length && (closed || nextBegins);
  }

  /** What can be read of a buffer; of what cannot, whoever reads on is told in its turn. */
  private static byte[] head(BufferedInputStream in) {
    byte[] head = new byte[BUFFER];
    int length = 0;
    try {
      for (int n = in.read(head); n > 0; n = in.read(head, length, BUFFER - length)) {
        length += n;
      }
    } catch (IOException e) {
      // It is thrown again.
    }
    return Arrays.copyOf(head, length);
  }

  private static int nextInk(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && isBlank(bytes[i])) {
      i++;
    }
    return i;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

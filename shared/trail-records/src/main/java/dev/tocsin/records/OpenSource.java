package dev.tocsin.records;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A source's characters from the first that counts: unpacked, without a byte order mark. */
final class OpenSource implements Closeable {

  private static final int BUFFER = 1 << 16;

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
      BufferedInputStream in =
          isGzip(packed)
              ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER)
              : packed;
      skipMark(in);
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
  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  private static void skipMark(BufferedInputStream in) throws IOException {
    in.mark(3);
    if (in.read() != 0xef || in.read() != 0xbb || in.read() != 0xbf) {
      in.reset();
    }
  }

  private static boolean isLines(BufferedInputStream in) throws IOException {
    in.mark(BUFFER);
    byte[] head = in.readNBytes(BUFFER);
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

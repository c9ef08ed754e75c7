package dev.tocsin.records;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that stand for records, none of them far beyond what CloudTrail makes: a file can unpack to
 * a thousand times its size, and what is one value is held whole.
 */
final class RecordBytes extends FilterInputStream {

  private static final int MIB = 1 << 20;

  /**
   * Four times the largest event that an event data store takes (PutEventConfiguration, AWS
   * CloudTrail API Reference); in a file that a trail delivers it is 256 KB.
   */
  static final int LONGEST = 4 * MIB;

  private int sinceRecord;

  RecordBytes(InputStream in) {
    super(in);
  }

  /** A record was read; the next may be as long again. */
  void recordEnded() {
    sinceRecord = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws IOException {
    sinceRecord += bytes;
    if (sinceRecord > LONGEST) {
      throw new IOException(
          "expected a record of at most %d MiB, found more".formatted(LONGEST / MIB));
    }
  }
}

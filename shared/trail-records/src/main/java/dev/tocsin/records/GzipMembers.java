package dev.tocsin.records;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip: any number of members one after the other, and zeros after the last. What else
 * follows is refused. Java's own stream leaves it out without a word, and so it does a whole member
 * that a pipe has not delivered yet, with the records that they hold.
 *
 * <p>Source: RFC 1952, sections 2.2 and 2.3.
 */
final class GzipMembers extends InputStream {

  private static final int DEFLATE = 8;
  private static final int HEADER_SUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0b1110_0000;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private final byte[] packed = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean ended;

  /** Whoever looked ahead to it has still to read what comes before. */
  private IOException failure;

  /** Reads the first header. */
  GzipMembers(InputStream packed) throws IOException {
    in = packed;
    header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      return unpack(into, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int unpack(byte[] into, int offset, int length) throws IOException {
    while (!ended) {
      int number = inflate(into, offset, length);
      if (number > 0) {
        sum.update(into, offset, number);
        return number;
      }
      if (inflater.finished()) {
        position = limit - inflater.getRemaining();
        trailer();
        next();
      } else if (fill()) {
        inflater.setInput(packed, position, limit - position);
        position = limit;
      } else {
        throw new EOFException();
      }
    }
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      return inflater.inflate(into, offset, length);
    } catch (DataFormatException e) {
      throw new IOException("what is packed is damaged: " + e.getMessage());
    }
  }

  private void trailer() throws IOException {
    boolean isSum = number(4) == sum.getValue();
    boolean isSize = number(4) == (inflater.getBytesWritten() & 0xffff_ffffL);
    if (!isSum || !isSize) {
      throw new IOException("what is packed is damaged: its checksum or length is another");
    }
  }

  /** To the next member, or the end. */
  private void next() throws IOException {
    while (fill() && packed[position] == 0) {
      position++;
    }
    if (!fill()) {
      ended = true;
      return;
    }
    if (packed[position] != 0x1f) {
      throw new IOException(
          "expected its end or more gzip after what is packed, found other bytes. Fix: copy it"
              + " again, or cut them off");
    }
    header();
    inflater.reset();
    inflater.setInput(packed, position, limit - position);
    position = limit;
    sum.reset();
  }

  private void header() throws IOException {
    if (number(2) != 0x8b1f || number(1) != DEFLATE) {
      throw new IOException("expected gzip, found a header of another kind");
    }
    int flags = (int) number(1);
    if ((flags & RESERVED) != 0) {
      throw new IOException("expected gzip, found flags that it does not have");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip((int) number(2));
    }
    for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
      while (number(1) != 0) {
        // A text ends at a zero.
      }
    }
    if ((flags & HEADER_SUM) != 0) {
      skip(2);
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      number(1);
    }
  }

  /** The next bytes as a number, the lowest first. */
  private long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      if (!fill()) {
        throw new EOFException();
      }
      number |= (packed[position++] & 0xffL) << (8 * i);
    }
    return number;
  }

  /** Whether there is a byte at the position. */
  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(in.read(packed), 0);
    }
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}

package dev.tocsin.cli.io;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file as bytes, so that one that is no UTF-8 or has no end spoils no other. */
final class LineReader implements Closeable {

  /**
   * A longer line is cut there, and is no line to be answered. A line needs many times its length
   * as text, tree and snapshot, so that a longer one would end the process instead.
   */
  static final int MOST_BYTES = (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 16);

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private int number;

  LineReader(InputStream file) throws IOException {
    in = TextStream.utf8(file);
  }

  /** A line as it stands in the file; lines are counted from 1. */
  static final class RawLine {
    private final int number;
    private final byte[] bytes;

    RawLine(int number, byte[] bytes) {
      this.number = number;
      this.bytes = bytes;
    }

    int number() {
      return number;
    }

    int size() {
      return bytes.length;
    }

    /**
     * The line's characters.
     *
     * @throws InputProblem if it is too long or no UTF-8
     */
    String text() {
      if (bytes.length > MOST_BYTES) {
        throw new InputProblem(
            "expected a line of at most "
                + MOST_BYTES
                + " bytes, found more. Fix: give Java more memory, 64 MiB at most for a line");
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException notUtf8) {
        throw new InputProblem("expected UTF-8 text, found other bytes");
      }
    }

    boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }
  }

  /** The next line; empty at the end of the file. */
  Optional<RawLine> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    number++;
    var line = new ByteArrayOutputStream(256);
    while (fill()) {
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      // One byte beyond the bound tells that the line is too long.
      line.write(buffer, start, Math.min(position - start, MOST_BYTES + 1 - line.size()));
      if (position < end) {
        position++;
        break;
      }
    }
    return Optional.of(new RawLine(number, line.toByteArray()));
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(in.read(buffer), 0);
    }
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

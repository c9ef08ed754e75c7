package dev.tocsin.cli.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text as UTF-8 without a byte order mark, whatever it was saved as: UTF-16, which Windows
 * PowerShell 5 writes for {@code >}, is told by its mark, or by the zero in its first character.
 */
final class TextStream extends InputStream {
  private static final int CHUNK = 1 << 14;

  private final Reader reader;
  private final char[] chars = new char[CHUNK];
  private byte[] bytes = new byte[0];
  private int position;
  private char kept;

  private TextStream(InputStream in, Charset charset) {
    reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The same text in UTF-8; bytes that are neither are passed on as they are. */
  static InputStream utf8(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(4);
    byte[] start = buffered.readNBytes(3);
    buffered.reset();
    if (start.length == 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      buffered.skipNBytes(3);
      return buffered;
    }
    Optional<Charset> utf16 = utf16(start);
    if (utf16.isEmpty()) {
      return buffered;
    }
    if (start[0] != 0 && start[1] != 0) {
      buffered.skipNBytes(2);
    }
    return new TextStream(buffered, utf16.get());
  }

  private static Optional<Charset> utf16(byte[] start) {
    if (start.length < 2) {
      return Optional.empty();
    }
    // What is read begins with a character of ASCII, whose UTF-16 has a zero, which no text has.
    if ((start[0] == 0) != (start[1] == 0)) {
      return Optional.of(start[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    int mark = (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
    if (mark == 0xFEFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return mark == 0xFFFE ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int number = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, into, offset, number);
    position += number;
    return number;
  }

  /** A pair of surrogates that a chunk cuts is kept together. */
  private boolean fill() throws IOException {
    while (position == bytes.length) {
      int from = kept == 0 ? 0 : 1;
      chars[0] = kept;
      int number = reader.read(chars, from, CHUNK - from);
      if (number < 0) {
        return false;
      }
      int end = from + number;
      kept = Character.isHighSurrogate(chars[end - 1]) ? chars[--end] : 0;
      bytes = new String(chars, 0, end).getBytes(StandardCharsets.UTF_8);
      position = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

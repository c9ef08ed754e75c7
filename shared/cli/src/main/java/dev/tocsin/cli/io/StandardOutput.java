package dev.tocsin.cli.io;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The process's standard output, which remembers that it could not be written: a {@link
 * java.io.PrintStream} keeps that to itself, and what is lost on a full disk would pass for
 * printed.
 */
public final class StandardOutput extends OutputStream {
  private final OutputStream to;
  private IOException failure;

  public StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      to.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * Why something was lost, in words; empty iff all was written, or whoever read it, such as {@code
   * head}, has seen enough.
   */
  public Optional<String> lost() {
    return Optional.ofNullable(failure)
        .map(e -> OneLine.of(String.valueOf(e.getMessage())))
        .filter(reason -> !reason.contains("Broken pipe"));
  }
}

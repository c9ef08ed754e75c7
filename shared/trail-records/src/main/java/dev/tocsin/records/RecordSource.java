package dev.tocsin.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that hold CloudTrail records, plain or gzip.
 *
 * @param name what messages call it: the path as given, or {@code standard input}
 * @param opener opens it, once
 */
public record RecordSource(String name, Opener opener) {

  /** Opens the bytes of a source. */
  @FunctionalInterface
  public interface Opener {
    /** The bytes from the beginning; the caller closes them. */
    InputStream open() throws IOException;
  }

  /** A file. */
  public static RecordSource of(Path file) {
    return new RecordSource(file.toString(), () -> Files.newInputStream(file));
  }
}

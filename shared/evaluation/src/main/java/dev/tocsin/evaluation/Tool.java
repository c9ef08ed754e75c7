package dev.tocsin.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which Tocsin judges. */
public final class Tool {

  /** By semantic versioning. */
  public static final String VERSION = "0.1.0";

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}");
  private static final Optional<String> BUILT_FROM = read();

  private Tool() {}

  /** The Git commit it was built from; empty iff it was not built by Maven from a checkout. */
  public static Optional<String> commit() {
    return BUILT_FROM;
  }

  /** Version and commit, as {@code 0.1.0 (1f0c2ab)}. */
  public static String inWords() {
    return VERSION + BUILT_FROM.map(commit -> " (" + commit.substring(0, 7) + ")").orElse("");
  }

  private static Optional<String> read() {
    try (InputStream file = Tool.class.getResourceAsStream("commit.txt")) {
      String text =
          file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Optional.of(text).filter(commit -> COMMIT.matcher(commit).matches());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

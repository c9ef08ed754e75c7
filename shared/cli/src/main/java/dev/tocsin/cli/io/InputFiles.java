package dev.tocsin.cli.io;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the user names; {@code -} is standard input. */
public final class InputFiles {
  private static final String STANDARD_INPUT = "-";
  private static final int MIB = 1 << 20;
  private static final int MOST_MIB = 64; // an account of 5,000 alarms and filters has about ten

  /** Bytes, characters and what they mean are in memory side by side. */
  private static final int MOST_FOR_MEMORY =
      (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 8);

  private InputFiles() {}

  /**
   * The whole content; UTF-8, or UTF-16 with its byte order mark.
   *
   * @throws InputProblem if it cannot be read as text, or is too large for the memory
   */
  public static String text(Path file) {
    return text(
        file,
        MOST_FOR_MEMORY,
        "at most %d MiB, an eighth of the memory that Java has, found more. Fix: give it more, for instance `-Xmx2g`"
            .formatted(MOST_FOR_MEMORY / MIB));
  }

  /**
   * The whole content of a file about one account; as {@link #text}, but what is far beyond any
   * account is refused before it fills the memory.
   *
   * @throws InputProblem if it cannot be read as text, or is too large
   */
  public static String account(Path file) {
    if (MOST_FOR_MEMORY < MOST_MIB * MIB) {
      return text(file);
    }
    return text(
        file,
        MOST_MIB * MIB,
        "the snapshot of one account, of at most %d MiB, found more. Fix: give many accounts to `--snapshots`, one a line"
            .formatted(MOST_MIB));
  }

  private static String text(Path file, int most, String expected) {
    try (InputStream in = TextStream.utf8(open(file))) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new InputProblem("`%s`: expected %s".formatted(name(file), expected));
      }
      if (isGzip(bytes)) {
        throw new InputProblem(
            "`%s`: expected text, found gzip. Fix: unpack it".formatted(name(file)));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Whether bytes begin as gzip does (RFC 1952, section 2.3.1). */
  public static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** The bytes as they are; closing them leaves standard input open. */
  public static InputStream open(Path file) throws IOException {
    if (!isStandardInput(file)) {
      return Files.newInputStream(file);
    }
    return new FilterInputStream(System.in) {
      @Override
      public void close() {
        // Whoever reads it next finds it at its end.
      }
    };
  }

  /** What messages call it. */
  public static String name(Path file) {
    return isStandardInput(file) ? "standard input" : file.toString();
  }

  /**
   * What a document that is read elsewhere calls it: with slashes, and where it can be, relative to
   * the folder tocsin runs in, which in a pipeline is the repository's.
   */
  public static String portableName(Path file) {
    if (isStandardInput(file)) {
      return name(file);
    }
    Path here = Path.of("").toAbsolutePath();
    Path there = here.resolve(file).normalize();
    Path shown = there.startsWith(here) && !there.equals(here) ? here.relativize(there) : there;
    return shown.toString().replace(File.separatorChar, '/');
  }

  private static boolean isStandardInput(Path file) {
    return file.toString().equals(STANDARD_INPUT);
  }

  /**
   * Refuses a file of lines that has none: no question is no answer.
   *
   * @throws InputProblem if no line was answered
   */
  public static void requireLines(Path file, int answered) {
    if (answered == 0) {
      throw new InputProblem(
          "expected a JSON object a line in `%s`, found no line".formatted(name(file)));
    }
  }

  /** Why a file cannot be used. */
  public static InputProblem unreadable(Path file, IOException e) {
    String named = isStandardInput(file) ? name(file) : "file `" + file + "`";
    if (e instanceof NoSuchFileException) {
      return new InputProblem(named + " does not exist");
    }
    if (e instanceof CharacterCodingException) {
      return new InputProblem(named + " is not UTF-8 or UTF-16 text");
    }
    if (Files.isDirectory(file)) {
      return new InputProblem(named + " is a folder. Fix: name a file");
    }
    return new InputProblem(named + " cannot be read: " + e.getMessage());
  }
}

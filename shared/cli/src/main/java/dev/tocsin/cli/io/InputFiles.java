package dev.tocsin.cli.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the user names. */
public final class InputFiles {

  private InputFiles() {}

  /**
   * The whole content.
   *
   * @throws InputProblem if it cannot be read as UTF-8
   */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Why a file cannot be used. */
  public static InputProblem unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new InputProblem("file `" + file + "` does not exist");
    }
    if (e instanceof CharacterCodingException) {
      return new InputProblem("file `" + file + "` is not UTF-8 text");
    }
    return new InputProblem("file `" + file + "` cannot be read: " + e.getMessage());
  }
}

package dev.tocsin.cli.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** Files that are written whole or not at all. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Refuses a file that could not be written.
   *
   * @throws InputProblem that says why
   */
  public static void check(Path file) {
    if (file.toString().isBlank()) {
      throw new InputProblem(
          "`--output`: expected a file, found no name. Fix: write one such as `report.html`");
    }
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new InputProblem(
          "`--output`: expected a file, found the folder `%s`. Fix: name a file in it, such as `%s`"
              .formatted(file, file.resolve("report.html")));
    }
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      throw new InputProblem(
          "`--output`: there is no folder `%s` for `%s`. Fix: make it, or write elsewhere"
              .formatted(folder, file));
    }
    for (Path needed : needed(target)) {
      if (!Files.isWritable(needed)) {
        throw new InputProblem(
            "`--output`: `%s` cannot be written, since `%s` may not be written to by this user. Fix: write elsewhere, or let this user write there"
                .formatted(file, needed));
      }
    }
  }

  /** What has to be open to writers: a file is exchanged for another in its folder. */
  private static List<Path> needed(Path target) {
    if (!Files.exists(target)) {
      return List.of(target.getParent());
    }
    return Files.isRegularFile(target) ? List.of(target, target.getParent()) : List.of(target);
  }

  /**
   * Puts the text there in UTF-8. Whoever looks finds the old file or the new one, never a part.
   *
   * @throws InputProblem if it cannot be written; what was there is untouched
   */
  public static void write(Path file, String text) {
    check(file);
    Path target = file.toAbsolutePath();
    try {
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        // A device or pipe takes what it is given; a file must never stand in its place.
        Files.writeString(target, text, StandardOpenOption.WRITE);
        return;
      }
      target = Files.exists(target) ? target.toRealPath() : target;
      // Not by createTempFile, whose files nobody else may read.
      Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
      try {
        Files.writeString(part, text, StandardOpenOption.CREATE_NEW);
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new InputProblem(
          "`--output`: `%s` cannot be written: %s. What was there is as it was"
              .formatted(file, OneLine.of(String.valueOf(e.getMessage()))));
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

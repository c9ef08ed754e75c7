package dev.tocsin.cli.repository;

import dev.tocsin.cli.io.InputProblem;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository whose rule folders a command works on. */
final class Repository {

  private Repository() {}

  /**
   * The folder given, or else the nearest one at or above {@code start} that holds {@code rules/}
   * beside {@code pom.xml}.
   */
  static Path root(Path given, Path start) {
    if (given != null) {
      if (!isRoot(given)) {
        throw new InputProblem(
            "`"
                + given
                + "`: expected a folder with `rules/` and `pom.xml`, found none of them there"
                + ". Fix: name the root of a clone of Tocsin");
      }
      return given;
    }
    for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (isRoot(folder)) {
        return folder;
      }
    }
    throw new InputProblem(
        "`"
            + start.toAbsolutePath()
            + "` is not inside a clone of Tocsin. Fix: go there, or name it"
            + " with `--root`");
  }

  private static boolean isRoot(Path folder) {
    return Files.isDirectory(folder.resolve("rules")) && Files.exists(folder.resolve("pom.xml"));
  }
}

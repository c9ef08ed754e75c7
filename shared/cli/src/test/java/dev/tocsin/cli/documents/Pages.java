package dev.tocsin.cli.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The repository's files, found by their names. */
public final class Pages {
  private Pages() {}

  public static final Path ROOT = Path.of(System.getProperty("tocsin.root"));

  private static final Set<String> NOT_OURS = Set.of(".git", ".idea", "target");

  /** Every Markdown page, in the order of its path. */
  public static List<Path> all() throws IOException {
    return endingWith(".md", ROOT);
  }

  /** Every file below a folder whose name ends so, in the order of its path. */
  static List<Path> endingWith(String ending, Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NOT_OURS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(ending)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(found);
    return found;
  }
}

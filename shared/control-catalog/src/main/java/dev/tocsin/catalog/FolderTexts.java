package dev.tocsin.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one rule folder, wherever they are kept. */
interface FolderTexts {

  /** The folder's name. */
  String id();

  /** What a file holds; nothing where there is none of that name. */
  Optional<String> text(String file);

  /**
   * The names of the files and folders below {@code directory}, sorted; of the folder itself where
   * it is empty, and none where it is not there.
   */
  List<String> list(String directory);

  /** A folder of a file system. */
  record OnDisk(Path folder) implements FolderTexts {

    @Override
    public String id() {
      return folder.getFileName().toString();
    }

    @Override
    public Optional<String> text(String file) {
      Path path = folder.resolve(file);
      if (!Files.isRegularFile(path)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.readString(path));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read `" + path + "`", e);
      }
    }

    @Override
    public List<String> list(String directory) {
      Path path = directory.isEmpty() ? folder : folder.resolve(directory);
      if (!Files.isDirectory(path)) {
        return List.of();
      }
      try (Stream<Path> children = Files.list(path)) {
        return children.map(child -> child.getFileName().toString()).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list `" + path + "`", e);
      }
    }
  }
}

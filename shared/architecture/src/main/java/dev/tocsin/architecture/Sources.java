package dev.tocsin.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources below a directory. */
record Sources(Path directory, List<Path> all) {

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

  /** One source with its text. */
  record Source(Path path, String text) {

    /** The texts of its comments, without asterisks. */
    Stream<String> comments() {
      return Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL)
          .matcher(text)
          .results()
          .map(comment -> comment.group(1).replaceAll("(?m)^\\s*\\*", ""));
    }
  }

  static Sources below(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      return new Sources(
          directory, paths.filter(path -> path.toString().endsWith(".java")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<Source> files() {
    return all.stream().map(Sources::read);
  }

  List<Source> packages() {
    return files().filter(file -> file.path().endsWith("package-info.java")).toList();
  }

  List<Promise> promises() {
    return packages().stream().map(Sources::promise).toList();
  }

  private static Promise promise(Source source) {
    Matcher name = PACKAGE.matcher(source.text());
    if (!name.find()) {
      throw new AssertionError(source.path() + " has no package");
    }
    return Promise.of(name.group(1), source.comments().findFirst().orElse(""));
  }

  private static Source read(Path path) {
    try {
      return new Source(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.tocsin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name, one public type, in all modules: who reads a name knows what is meant. */
final class PublicNamesTest {

  private static final Path SHARED = Path.of(System.getProperty("tocsin.root"), "shared");
  private static final Pattern PUBLIC =
      Pattern.compile(
          "^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|record|interface|enum) (\\w+)",
          Pattern.MULTILINE);

  @Test
  void noTwoPublicTypesHaveOneName() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    try (Stream<Path> modules = Files.list(SHARED)) {
      modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(sources -> Sources.below(sources).files())
          .forEach(
              file ->
                  PUBLIC
                      .matcher(file.text())
                      .results()
                      .forEach(
                          type ->
                              places
                                  .computeIfAbsent(type.group(1), name -> new ArrayList<>())
                                  .add(SHARED.relativize(file.path()).toString())));
    }
    assertThat(places).hasSizeGreaterThan(100);
    places.values().removeIf(files -> files.size() == 1);
    assertThat(places).isEmpty();
  }
}

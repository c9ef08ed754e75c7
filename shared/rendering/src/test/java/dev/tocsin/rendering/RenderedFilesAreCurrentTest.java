package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenderedFilesAreCurrentTest {

  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));

  @Test
  void everyRenderedFileIsCommittedAsItWouldBeRendered() {
    List<Path> stale = Rendering.of(ROOT).stale().stream().map(RenderedFile::path).toList();
    assertThat(stale)
        .withFailMessage("%s out of date. Fix: run `%s` and commit", stale, Rendering.COMMAND)
        .isEmpty();
  }

  @Test
  void noFileOfARemovedControlOrPackIsLeftBehind() throws IOException {
    Set<Path> rendered =
        Rendering.of(ROOT).files().stream()
            .map(file -> ROOT.resolve(file.path()))
            .collect(Collectors.toSet());
    for (String folder : List.of("cloudformation/conformance-packs", "shared/docs/controls")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        assertThat(files).allSatisfy(file -> assertThat(rendered).contains(file));
      }
    }
  }
}

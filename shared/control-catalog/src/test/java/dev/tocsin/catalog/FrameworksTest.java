package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each framework has one file, with its source, that names controls there are. */
class FrameworksTest {

  private static final Path FOLDER =
      RuleFolder.rules()
          .resolveSibling(
              "shared/control-catalog/src/main/resources/dev/tocsin/catalog/frameworks");

  static Stream<Framework> all() {
    return Frameworks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void namesItsSourceAndControlsThereAre(Framework framework) {
    assertThat(framework.source()).doesNotEndWith(".");
    assertThat(framework.read()).matches("20\\d\\d-\\d\\d(-\\d\\d)?");
    assertThat(framework.link()).startsWith("https://");
    assertThat(ControlCatalog.load().ids()).containsAll(framework.mapped().keySet());
    assertThat(framework.mapped().values()).allMatch(numbers -> !numbers.isEmpty());
  }

  @Test
  void everyFileIsRead() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(all().map(Framework::id).toList());
    }
  }

  @Test
  void everyVersionOfCisHasItsControls() {
    List<Control> controls = ControlCatalog.load().controls();
    for (Benchmark benchmark : Benchmark.values()) {
      boolean withoutOrganizations =
          benchmark == Benchmark.CIS_1_2_0 || benchmark == Benchmark.SECURITY_HUB;
      assertThat(controls.stream().filter(control -> control.isIn(benchmark)))
          .as("controls of %s", benchmark)
          .hasSize(withoutOrganizations ? 14 : 15);
    }
  }
}

package dev.tocsin.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Holds the issue forms to what the hosting site accepts; a form with a mistake is not offered.
 *
 * <p>Source: GitHub Docs, "Syntax for GitHub's form schema" and "Common validation errors when
 * creating issue forms".
 */
class IssueFormsTest {

  private static final Path FOLDER = Pages.ROOT.resolve(".github/ISSUE_TEMPLATE");
  private static final Set<String> KEYS = Set.of("name", "description", "labels", "body");

  static List<Path> forms() throws IOException {
    return Pages.endingWith(".yml", FOLDER);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theHostingSiteTakesTheForm(Path form) throws IOException {
    Map<?, ?> fields =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(form));
    assertThat(fields.keySet()).isEqualTo(KEYS);
    assertThat(fields.get("name")).asString().isNotBlank();
    assertThat(fields.get("description")).asString().isNotBlank();
    Set<Object> ids = new HashSet<>();
    for (Object each : (List<?>) fields.get("body")) {
      Map<?, ?> field = (Map<?, ?>) each;
      Map<?, ?> attributes = (Map<?, ?>) field.get("attributes");
      if ("markdown".equals(field.get("type"))) {
        assertThat(field.keySet()).isEqualTo(Set.of("type", "attributes"));
        assertThat(attributes.keySet()).isEqualTo(Set.of("value"));
      } else {
        assertThat(field.get("type")).isIn("input", "textarea");
        assertThat(field.get("id")).asString().matches("[a-z][a-z-]*");
        assertThat(ids.add(field.get("id"))).as("id `%s` is used once", field.get("id")).isTrue();
        assertThat(attributes.get("label")).asString().isNotBlank();
      }
    }
    assertThat(ids).as("fields to fill in").isNotEmpty();
  }
}

package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.catalog.CatalogException;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.rendering.RenderedFile;
import dev.tocsin.rendering.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRuleCommandTest {

  @TempDir private Path root;

  @BeforeEach
  void aRepository() throws IOException {
    Files.createDirectory(root.resolve("rules"));
    Files.writeString(root.resolve("pom.xml"), "");
    Path clone = Path.of(System.getProperty("tocsin.root"));
    Path actions = Path.of("shared/aws-account/src/main/resources/dev/tocsin/aws/iam-actions.json");
    Files.createDirectories(root.resolve(actions).getParent());
    Files.createSymbolicLink(root.resolve(actions), clone.resolve(actions));
    Path reevaluation = Path.of("cloudformation/reevaluation/start_evaluation.py");
    Files.createDirectories(root.resolve(reevaluation).getParent());
    Files.createSymbolicLink(root.resolve(reevaluation), clone.resolve(reevaluation));
    Path detections = root.resolve("shared/control-catalog/detections.jsonl");
    Files.createDirectories(detections.getParent());
    Files.writeString(detections, "");
    Path inventory = Path.of("shared/control-catalog/inventory");
    Files.createSymbolicLink(root.resolve(inventory), clone.resolve(inventory));
    Path remediation = Files.createDirectories(root.resolve("cloudformation/remediation"));
    try (Stream<Path> sources = Files.list(clone.resolve("cloudformation/remediation"))) {
      for (Path source : sources.filter(file -> !file.toString().endsWith(".yaml")).toList()) {
        Files.createSymbolicLink(remediation.resolve(source.getFileName()), source);
      }
    }
  }

  @Test
  void theFolderIsRefusedUntilItIsFilledInAndThenNeedsNoOtherEdit() throws IOException {
    assertThat(newRule("door-left-open").exitCode()).isEqualTo(ExitCode.GOOD);

    refused("`door-left-open/control.json`: expected a text `title`");
    edit("control.json", "\"title\": \"\"", "\"title\": \"A door left open raises an alarm\"");
    refused("`door-left-open/control.json`: expected `severity` to be one of");
    edit("control.json", "\"severity\": \"\"", "\"severity\": \"low\"");
    refused("`door-left-open/control.json`: expected `noise`");
    edit("control.json", "\"noise\": []", "\"noise\": [\"people who air the room\"]");
    refused("`door-left-open/parameters.json`: expected a text `Parameters.Description`");
    edit("parameters.json", "\"Description\": \"\"", "\"Description\": \"Somebody is told\"");
    refused("`door-left-open/required.pattern`: expected a condition");
    edit("required.pattern", "{ }", "{ $.eventName = OpenDoor }");

    assertThat(ControlCatalog.read(root.resolve("rules")).ids()).containsExactly("door-left-open");
    everyPartOfAFolderIsThere();
    assertThat(Rendering.of(root).files())
        .filteredOn(file -> file.text().contains("door-left-open"))
        .extracting(RenderedFile::path)
        .contains(
            Path.of("cloudformation", "conformance-packs", "all.yaml"),
            Path.of("cloudformation", "tocsin.yaml"),
            Path.of("rules", "README.md"),
            Path.of("shared", "docs", "controls", "door-left-open.md"));
  }

  /** The records, filters and prose that the build asks of every folder, at the least. */
  private void everyPartOfAFolderIsThere() throws IOException {
    record("events/raises-alarm/the-call.json", "OpenDoor");
    record("events/stays-silent/a-call-beside-it.json", "CloseDoor");
    record("events/stays-silent/a-call-that-reads.json", "DescribeDoors");
    edit("filters/covers/as-many-write-it.pattern", "{ }", "{ $.eventName = \"OpenDoor\" }");
    edit(
        "filters/misses/without-failed-calls.pattern",
        "{ }",
        "{ $.eventName = OpenDoor && $.errorCode NOT EXISTS }");
    assertThat(root.resolve("rules/door-left-open/README.md"))
        .content()
        .startsWith("# door-left-open\n")
        .matches(text -> text.lines().count() >= 5, "has five lines");
    Control control =
        ControlCatalog.read(root.resolve("rules")).find("door-left-open").orElseThrow();
    assertThat(control.examples())
        .singleElement()
        .matches(example -> control.required().matches(example.event()));
  }

  private void record(String file, String eventName) throws IOException {
    edit(file, "\"eventSource\": \"\"", "\"eventSource\": \"doors.amazonaws.com\"");
    edit(file, "\"eventName\": \"\"", "\"eventName\": \"" + eventName + "\"");
  }

  @Test
  void itSaysWhatBelongsIntoEachFile() {
    Run run = newRule("door-left-open");
    assertThat(run.out().lines()).hasSizeGreaterThan(8);
    assertThat(run.out().lines())
        .allMatch(
            file ->
                run.err()
                    .contains(file.substring("rules/door-left-open/".length()).strip() + ": "));
  }

  @Test
  void aFolderThatExistsIsLeftAlone() throws IOException {
    newRule("door-left-open");
    edit("README.md", "# door-left-open", "# mine");
    Run again = newRule("door-left-open");
    assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again.err()).contains("exists. Fix: choose another id");
    assertThat(root.resolve("rules/door-left-open/README.md")).content().startsWith("# mine\n");
  }

  @Test
  void anIdThatIsNotKebabCaseIsRefused() {
    Run run = newRule("Door_Open");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("found `Door_Open`. Fix: write it like `root-account-usage`");
    assertThat(root.resolve("rules")).isEmptyDirectory();
  }

  private Run newRule(String id) {
    return Run.tocsin("new-rule", id, "--root", root.toString());
  }

  private void refused(String message) {
    assertThatThrownBy(() -> ControlCatalog.read(root.resolve("rules")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining(message);
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = root.resolve("rules/door-left-open").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }
}

package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is larger than AWS takes is refused where it is rendered, by name. */
class LimitTest {

  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final String CONTROL = "sns-topic-deleted";

  @TempDir private Path root;

  @Test
  void aCatalogueThatOutgrowsAPackIsRefused() throws IOException {
    for (int copy = 0; copy <= 130; copy++) {
      aRule("copy-" + copy);
    }
    assertThatThrownBy(() -> Rendering.of(root))
        .isInstanceOf(RenderingProblem.class)
        .hasMessage("`guides`: expected at most 130 rules, found 131. Fix: divide the rule set");
  }

  @Test
  void aCatalogueThatOutgrowsALogGroupIsRefused() throws IOException {
    for (int copy = 0; copy <= 100; copy++) {
      aRule("copy-" + copy);
    }
    assertThatThrownBy(() -> Rendering.of(root))
        .isInstanceOf(RenderingProblem.class)
        .hasMessage(
            "`rules`: expected at most 100 metric filters on one log group, found 101. Fix: leave a"
                + " control out or join two");
  }

  @Test
  void aControlWhoseEventRuleCouldNotBeNamedIsRefused() throws IOException {
    String id = "x".repeat(58);
    aRule(id);
    assertThatThrownBy(() -> Rendering.of(root))
        .hasMessage(
            "`%s`: expected at most 57 characters, found 58. Fix: choose a shorter id"
                .formatted(id));
  }

  @Test
  void aDocumentIsMeasuredInTheFormThatIsLonger() {
    assertThat(RemediationDocuments.sentBytes("a: 'b'\n")).isEqualTo("{\"a\":\"b\"}".length());
    String comment = "# a comment that JSON does not have\n";
    assertThat(RemediationDocuments.sentBytes(comment + "a: 'b'\n"))
        .isEqualTo(comment.length() + "a: 'b'\n".length());
  }

  @Test
  void aTemplatesMembersAreCountedAsCloudFormationReadsThem() throws IOException {
    String template = Files.readString(ROOT.resolve("cloudformation/tocsin.yaml"));
    String withoutFunctions = template.replaceAll("![A-Z][A-Za-z]+\\b", "");
    Map<?, ?> read =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(withoutFunctions);
    for (String section : new String[] {"Parameters", "Resources"}) {
      assertThat(Yaml.count(template, section))
          .as(section)
          .isEqualTo(((Map<?, ?>) read.get(section)).size());
    }
  }

  /** A rule folder like that of a small control, in a repository that has what rendering reads. */
  private void aRule(String id) throws IOException {
    copy("cloudformation/remediation/calls.json");
    copy("cloudformation/remediation/scripts/carrier.py");
    copy("cloudformation/remediation/scripts/reevaluate.py");
    Path folder = root.resolve("rules").resolve(id);
    try (Stream<Path> files = Files.walk(ROOT.resolve("rules").resolve(CONTROL))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target =
            folder.resolve(ROOT.resolve("rules").resolve(CONTROL).relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file).replace(CONTROL, id));
      }
    }
  }

  private void copy(String file) throws IOException {
    if (!Files.exists(root.resolve(file))) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.copy(ROOT.resolve(file), root.resolve(file));
    }
  }
}

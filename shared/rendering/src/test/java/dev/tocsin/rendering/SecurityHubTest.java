package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Each control's findings get its severity, however many controls there are. */
class SecurityHubTest {

  private static final Path RULES = Path.of(System.getProperty("tocsin.root"), "rules");
  private static final String CONTROL = "sns-topic-deleted";

  @TempDir private Path root;

  /** An automation rule as Security Hub reads it. */
  private record Rule(int order, String severity, List<String> exact, List<String> beginnings) {

    boolean matches(String title) {
      return exact.contains(title) || beginnings.stream().anyMatch(title::startsWith);
    }
  }

  @Test
  void findingsOfEveryControlGetItsSeverity() throws IOException {
    holds(ControlCatalog.read(RULES));
  }

  @Test
  void aHundredAndFiftyControlsFitAndOneMoreRenumbersNone() throws IOException {
    for (int copy = 0; copy < 150; copy++) {
      // Of the one severity there are more than a rule takes.
      aControl("copy-" + copy, copy % 10 == 0 ? Severity.LOW : Severity.HIGH);
    }
    List<Rule> before = holds(ControlCatalog.read(root));
    assertThat(before).hasSize(4);
    aControl("a-first", Severity.CRITICAL);
    List<Rule> after = holds(ControlCatalog.read(root));
    assertThat(after).containsAll(before).hasSize(5);
  }

  private static List<Rule> holds(ControlCatalog catalog) {
    List<Rule> rules = rules(SecurityHub.of(catalog).text());
    for (Control control : catalog.controls()) {
      for (String title : List.of(control.id(), control.id() + "-conformance-pack-x1y2z3")) {
        assertThat(rules.stream().filter(rule -> rule.matches(title)).map(Rule::severity))
            .as(title)
            .containsExactly(control.severity().name().toUpperCase(Locale.ROOT));
      }
    }
    assertThat(rules).hasSizeLessThan(100).extracting(Rule::order).doesNotHaveDuplicates();
    assertThat(rules).allMatch(rule -> rule.order() >= 1 && rule.order() <= 1000);
    assertThat(rules).allMatch(rule -> rule.exact().size() + rule.beginnings().size() <= 100);
    return rules;
  }

  private static List<Rule> rules(String template) {
    String withoutFunctions = template.replace("!Sub ", "");
    Map<?, ?> read =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(withoutFunctions);
    List<Rule> rules = new ArrayList<>();
    for (Object resource : ((Map<?, ?>) read.get("Resources")).values()) {
      Map<?, ?> properties = (Map<?, ?>) ((Map<?, ?>) resource).get("Properties");
      List<?> titles = (List<?>) ((Map<?, ?>) properties.get("Criteria")).get("Title");
      Map<?, ?> action = (Map<?, ?>) ((List<?>) properties.get("Actions")).get(0);
      Map<?, ?> update = (Map<?, ?>) action.get("FindingFieldsUpdate");
      rules.add(
          new Rule(
              (Integer) properties.get("RuleOrder"),
              String.valueOf(((Map<?, ?>) update.get("Severity")).get("Label")),
              values(titles, "EQUALS"),
              values(titles, "PREFIX")));
    }
    return rules;
  }

  private static List<String> values(List<?> filters, String comparison) {
    return filters.stream()
        .map(filter -> (Map<?, ?>) filter)
        .filter(filter -> filter.get("Comparison").equals(comparison))
        .map(filter -> (String) filter.get("Value"))
        .toList();
  }

  private void aControl(String id, Severity severity) throws IOException {
    try (Stream<Path> files = Files.walk(RULES.resolve(CONTROL))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = root.resolve(id).resolve(RULES.resolve(CONTROL).relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(
            target,
            Files.readString(file)
                .replace(CONTROL, id)
                .replaceAll("\"severity\": *\"[a-z]+\"", "\"severity\": \"" + severity + "\""));
      }
    }
  }
}

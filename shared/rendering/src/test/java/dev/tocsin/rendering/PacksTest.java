package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.RuleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What AWS Config takes in a conformance pack. */
class PacksTest {

  private final List<RenderedFile> packs = Packs.of(ControlCatalog.load());

  @Test
  void everyRuleSetInUseHasAPackOfItsRules() {
    for (String ruleSet : RuleSets.KNOWN) {
      int rules = ControlCatalog.load().inRuleSet(ruleSet).size();
      assertThat(packs.stream().filter(pack -> pack.path().endsWith(ruleSet + ".yaml")))
          .as(ruleSet)
          .hasSize(rules == 0 ? 0 : 1)
          .allSatisfy(pack -> assertThat(rules(pack)).hasSize(rules));
    }
  }

  @Test
  void everyRuleHasALiteralNameOfItsOwnAndNamesItsControl() {
    for (RenderedFile pack : packs) {
      Set<Object> names = new HashSet<>();
      for (Map<?, ?> rule : rules(pack).values()) {
        Map<?, ?> properties = (Map<?, ?>) rule.get("Properties");
        Map<?, ?> input = (Map<?, ?>) properties.get("InputParameters");
        assertThat(properties.get("ConfigRuleName")).isEqualTo(input.get("control"));
        assertThat(names.add(properties.get("ConfigRuleName"))).isTrue();
      }
    }
  }

  @Test
  void aControlMoreChangesNoRuleThatAPackHas(@TempDir Path rules) throws IOException {
    Path all = Path.of(System.getProperty("tocsin.root"), "rules");
    String added = "network-acl-changes";
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = rules.resolve(all.relativize(file).toString());
        if (!copy.startsWith(rules.resolve(added))) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }

    for (RenderedFile before : Packs.of(ControlCatalog.read(rules))) {
      Map<String, Map<?, ?>> now =
          packs.stream()
              .filter(pack -> pack.path().equals(before.path()))
              .map(PacksTest::rules)
              .findFirst()
              .orElseThrow();
      assertThat(now).as("%s", before.path()).containsAllEntriesOf(rules(before));
    }
  }

  @Test
  void everyPackSaysIfItNeedsS3() {
    for (RenderedFile pack : packs) {
      assertThat(pack.text().contains("Too large to send inline"))
          .isEqualTo(Limit.bytes(pack.text()) > 51_200);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<?, ?>> rules(RenderedFile pack) {
    String withoutFunctions = pack.text().replaceAll("!(If|Ref|Sub|Not|Equals|Condition)\\b", "");
    var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    Map<String, Object> template =
        (Map<String, Object>) new Load(settings).loadFromString(withoutFunctions);
    Map<String, Map<?, ?>> resources = (Map<String, Map<?, ?>>) template.get("Resources");
    return resources.entrySet().stream()
        .filter(resource -> "AWS::Config::ConfigRule".equals(resource.getValue().get("Type")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

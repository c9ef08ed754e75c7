package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever deployed a guide's broken text finds the own filter named, and the guide's mistake. */
class KnownDefectsTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  static List<JsonNode> cases() {
    return Cases.of("/defects/cases.jsonl");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void guidesTextIsNamedAsTheCaseSays(JsonNode one) throws Exception {
    Control control = CATALOG.find(one.path("control").asText()).orElseThrow();
    ObjectNode account = Accounts.json("good");
    ObjectNode region = (ObjectNode) account.at("/regions/us-east-1");
    put(region, "metricFilters", "filterName", "filterPattern", control, one.path("filters"));
    put(region, "Rules", "Name", "EventPattern", control, one.path("rules"));
    for (JsonNode alarm : region.path("MetricAlarms")) {
      ((ObjectNode) alarm).put("ActionsEnabled", !one.path("silent").asBoolean());
    }

    Verdict verdict =
        new ControlJudge()
            .judge(
                control,
                (RuleParameters) RuleParameters.parse(CATALOG, Map.of()),
                Accounts.read(account),
                Confirmation.NOT_ASKED);

    assertThat(verdict.complianceType().name()).isEqualTo(one.path("right").asText());
    assertThat(verdict.notes())
        .isEqualTo(one.path("notes").valueStream().map(JsonNode::asText).toList());
    assertThat(verdict.findings()).hasSameSizeAs(one.path("findings"));
    for (JsonNode expected : one.path("findings")) {
      Finding finding = verdict.findings().get(0);
      assertThat(finding.link().name()).isEqualTo(expected.path("link").asText());
      assertThat(finding.subject()).isEqualTo(expected.path("subject").asText());
      assertThat(finding.problem()).startsWith(expected.path("problem").asText());
      assertThat(finding.fix()).startsWith(expected.path("fix").asText());
    }
  }

  /**
   * Leaves what is named in a list of a Region, some of it with a guide's text in place of its own;
   * what is there under no such name is made after the list's first.
   */
  private static void put(
      ObjectNode region, String list, String name, String text, Control control, JsonNode named) {
    Map<String, ObjectNode> present = new HashMap<>();
    region.path(list).forEach(one -> present.put(one.path(name).asText(), (ObjectNode) one));
    ObjectNode example = (ObjectNode) region.path(list).get(0);
    ArrayNode all = region.putArray(list);
    for (Map.Entry<String, JsonNode> one : named.properties()) {
      ObjectNode thing = present.getOrDefault(one.getKey(), example.deepCopy());
      all.add(thing.put(name, one.getKey()));
      control.published().stream()
          .filter(published -> published.name().equals(one.getValue().asText()))
          .forEach(published -> thing.put(text, published.text()));
    }
  }
}

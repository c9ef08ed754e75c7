package dev.tocsin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plans and templates in the shape of well-known public modules, and variations of them, with the
 * answers that {@code public/cases.json} decides: an outcome, and what findings or notes must say.
 */
class PublicShapesTest {
  private static final String FOLDER = "public/";

  @TestFactory
  Stream<DynamicTest> cases() throws Exception {
    JsonNode cases = JsonMapper.builder().build().readTree(Foreseen.text(FOLDER + "cases.json"));
    return StreamSupport.stream(cases.spliterator(), false)
        .map(one -> DynamicTest.dynamicTest(one.path("name").asText(), () -> check(one)));
  }

  private static void check(JsonNode one) throws Exception {
    Blueprint blueprint = blueprint(one);
    for (Map.Entry<String, JsonNode> answer : one.path("answers").properties()) {
      String[] expected = answer.getValue().asText().split(": ", 2);
      Verdict verdict =
          Foreseen.verdict(blueprint, answer.getKey(), one.path("confirmed").asBoolean());
      String said =
          String.join("\n", verdict.findings().stream().map(Finding::message).toList())
              + String.join("\n", verdict.notes());
      assertThat(verdict.complianceType())
          .as("%s: %s", answer.getKey(), said)
          .hasToString(expected[0]);
      assertThat(said).as(answer.getKey()).contains(expected.length > 1 ? expected[1] : "");
    }
  }

  private static Blueprint blueprint(JsonNode one) throws BlueprintProblem {
    List<Blueprint.Source> sources = new ArrayList<>();
    for (JsonNode file : one.path("of")) {
      String text = Foreseen.text(FOLDER + file.asText());
      for (JsonNode change : one.path("replace")) {
        assertThat(text).contains(change.get(0).asText());
        text = text.replace(change.get(0).asText(), change.get(1).asText());
      }
      sources.add(new Blueprint.Source(file.asText(), text));
    }
    Map<String, String> parameters = new HashMap<>(Map.of("Address", "security@example.com"));
    one.path("parameters")
        .properties()
        .forEach(
            given -> {
              parameters.remove(given.getKey());
              if (!given.getValue().isNull()) {
                parameters.put(given.getKey(), given.getValue().asText());
              }
            });
    return sources.get(0).name().endsWith(".json")
        ? Foreseen.plan(sources.get(0).text())
        : Foreseen.templates(sources, parameters, one.path("region").asText("eu-central-1"));
  }
}

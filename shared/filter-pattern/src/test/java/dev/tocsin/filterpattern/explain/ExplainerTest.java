package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code explain/corrections.jsonl}. */
final class ExplainerTest {

  private static final CoverageDecider DECIDER = new CoverageDecider();

  static List<JsonNode> cases() throws IOException {
    try (InputStream in = ExplainerTest.class.getResourceAsStream("/explain/corrections.jsonl")) {
      return new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsSeenAndMissedAndWhatToDeploy(JsonNode one) {
    Requirement requirement = requirement(one);
    List<FilterPattern> deployed = patterns(one.path("deployed"));
    Set<Integer> kept = new HashSet<>();
    one.path("kept").forEach(position -> kept.add(position.intValue()));

    Explanation explanation = new Explainer(DECIDER).explain(requirement, deployed, kept);

    assertThat(explanation.summary()).isEqualTo(one.path("summary").asText());
    assertThat(explanation.correction().map(ExplainerTest::inWords).orElse("nothing"))
        .isEqualTo(one.path("correction").asText());
    assertThat(explanation.shared().map(ExplainerTest::inWords).orElse(""))
        .isEqualTo(one.path("shared").asText());
    explanation
        .correction()
        .ifPresent(
            correction -> {
              List<FilterPattern> after = new ArrayList<>(deployed);
              FilterPattern corrected = FilterPattern.of(correction.pattern());
              correction
                  .replaces()
                  .ifPresentOrElse(
                      position -> after.set(position, corrected), () -> after.add(corrected));
              assertThat(DECIDER.decide(requirement, after)).isInstanceOf(Coverage.Covered.class);
            });
  }

  private static String inWords(Correction correction) {
    String where =
        correction.replaces().isPresent()
            ? "in place of pattern " + (correction.replaces().getAsInt() + 1)
            : "beside";
    return where + ": " + correction.pattern();
  }

  private static String inWords(Shared shared) {
    return "without %s in %s%s%s"
        .formatted(
            shared.conditions(),
            shared.positions(),
            shared.beside().map("; beside: "::concat).orElse(""),
            shared.leftOut().map("; exempt: "::concat).orElse(""));
  }

  private static Requirement requirement(JsonNode one) {
    List<Fact> facts =
        patterns(one.path("facts")).stream()
            .map(pattern -> new Fact(pattern.text(), pattern, "the case"))
            .toList();
    List<ObjectNode> silent = new ArrayList<>();
    one.path("silent").forEach(record -> silent.add((ObjectNode) record));
    return new Requirement(
        "test",
        FilterPattern.of(one.path("required").asText()),
        facts,
        pattern(one.path("exempt")).stream().toList(),
        List.of(),
        pattern(one.path("published")),
        silent);
  }

  private static Optional<FilterPattern> pattern(JsonNode text) {
    return text.isTextual() ? Optional.of(FilterPattern.of(text.textValue())) : Optional.empty();
  }

  private static List<FilterPattern> patterns(JsonNode texts) {
    List<FilterPattern> patterns = new ArrayList<>();
    texts.forEach(text -> patterns.add(FilterPattern.of(text.textValue())));
    return patterns;
  }
}

package dev.tocsin.filterpattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What kinds of value may stand in a field, as a fact and as a question. */
class FieldKindsTest {
  private static final FieldKinds TEXT_OR_ABSENT =
      new FieldKinds(FieldPath.of("a", "b"), Set.of(Kind.STRING, Kind.MISSING));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"a":{"b":"x"}} | true
          {"a":{}}        | true
          {"a":1}         | true
          {"a":{"b":1}}   | false
          {"a":{"b":true}}| false
          {"a":{"b":null}}| false
          {"a":{"b":{}}}  | false
          """)
  void kindThatIsNamedPasses(String event, boolean passes) throws Exception {
    JsonNode record = new JsonMapper().readTree(event);

    assertThat(TEXT_OR_ABSENT.matches(record)).isEqualTo(passes);
  }

  @Test
  void textNamesTheKindsInTheirOrder() {
    assertThat(TEXT_OR_ABSENT.text()).isEqualTo("`$.a.b` is text or absent");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyWordNamesItsKind(Kind kind) {
    String text = new FieldKinds(FieldPath.of("a"), Set.of(kind)).text();

    assertThat(FieldKinds.named(text.substring(text.lastIndexOf(' ') + 1))).containsExactly(kind);
  }

  @Test
  void conditionIsTheSameQuestion() {
    FilterPattern isTrue = FilterPattern.of("{ $.a.b IS TRUE }");
    Requirement required =
        new Requirement(
            "r", isTrue, List.of(new Fact("text", TEXT_OR_ABSENT, "here")), List.of(), List.of());

    assertThat(new CoverageDecider().decide(required, List.of()))
        .isInstanceOf(Coverage.Vacuous.class);
  }
}

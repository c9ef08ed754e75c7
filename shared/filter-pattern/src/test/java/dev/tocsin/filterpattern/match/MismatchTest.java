package dev.tocsin.filterpattern.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tocsin.filterpattern.FilterPattern;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code match/mismatches.jsonl}: which clause is told, and what stands there. */
class MismatchTest {

  static List<JsonNode> mismatches() throws IOException {
    try (InputStream in = MismatchTest.class.getResourceAsStream("/match/mismatches.jsonl")) {
      return new JsonMapper().readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
    }
  }

  @ParameterizedTest
  @MethodSource("mismatches")
  void tellsTheClauseThatFails(JsonNode line) {
    FilterPattern pattern = (FilterPattern) FilterPattern.parse(line.get("pattern").textValue());

    assertThat(pattern.matches(line.get("event"))).isFalse();
    assertThat(pattern.exclusion(line.get("event")).inWords())
        .isEqualTo(line.get("told").textValue());
  }

  @Test
  void nothingFailsWhereTheEventMatches() {
    FilterPattern pattern = FilterPattern.of("{ $.a = 1 && $.b = 2 }");
    JsonNode event = JsonNodeFactory.instance.objectNode().put("a", 1).put("b", 2);

    assertThatThrownBy(() -> pattern.exclusion(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pattern.text());
  }
}

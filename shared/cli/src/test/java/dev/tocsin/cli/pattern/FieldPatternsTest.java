package dev.tocsin.cli.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.Json;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Patterns that people deploy or ask about ({@code field/patterns.jsonl}): each is answered as it
 * says, and what is printed in its place rings on no record of {@code field/everyday.jsonl} on
 * which neither the pattern nor the control asks to ring.
 */
class FieldPatternsTest {
  private static final Path FIELD =
      Path.of(System.getProperty("tocsin.root"), "shared/cli/src/test/resources/field");
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  static List<JsonNode> cases() throws IOException {
    return read("patterns.jsonl");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void patternIsAnsweredAsItsCaseSays(JsonNode one) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "check",
                "--format=json",
                "--control=" + one.path("control").asText(),
                "--pattern=" + one.path("pattern").asText()));
    for (String option : List.of("benchmark", "exempt")) {
      if (one.has(option)) {
        arguments.add("--" + option + "=" + one.path(option).asText());
      }
    }

    JsonNode answer = Json.read(Run.tocsin(arguments.toArray(String[]::new)).out(), "answer");

    assertThat(answer.path("outcome").asText()).isEqualTo(one.path("right").asText());
    one.path("says")
        .forEach(text -> assertThat(answer.path("reason").asText()).contains(text.asText()));
    String corrected = answer.path("corrected").asText("");
    assertThat(corrected).contains(one.path("corrected").asText(""));
    if (answer.path("corrected").isTextual()) {
      ringsOnNothingElse(corrected, one);
    }
  }

  private static void ringsOnNothingElse(String corrected, JsonNode one) throws IOException {
    Control control = CATALOG.find(one.path("control").asText()).orElseThrow();
    FilterPattern required = control.required(Benchmark.DEFAULT);
    FilterPattern after = pattern(corrected);
    FilterPattern before = pattern(one.path("pattern").asText());
    for (JsonNode record : read("everyday.jsonl")) {
      JsonNode event = record.path("event");
      assertThat(after.matches(event) && !before.matches(event) && !required.matches(event))
          .as("`%s` rings on %s", corrected, record.path("id"))
          .isFalse();
    }
  }

  private static FilterPattern pattern(String text) {
    Parsed parsed = FilterPattern.parse(text);
    return (FilterPattern) parsed;
  }

  private static List<JsonNode> read(String file) throws IOException {
    try (Stream<String> lines = Files.lines(FIELD.resolve(file))) {
      return lines.map(line -> Json.read(line, file)).toList();
    }
  }
}

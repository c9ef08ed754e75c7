package dev.tocsin.filterpattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code src/test/resources/semantics}, and the form of these cases. */
class SemanticsTest {
  private static final Path FOLDER = Path.of("src/test/resources/semantics");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsTheCaseSays(JsonNode example) {
    Parsed parsed = FilterPattern.parse(example.get("pattern").textValue());
    JsonNode expected = example.get("expected");

    if (expected.isTextual()) {
      assertThat(parsed).as(example.toString()).isInstanceOf(ParseProblem.class);
    } else {
      assertThat(parsed).as(example.toString()).isInstanceOf(FilterPattern.class);
      boolean match = ((FilterPattern) parsed).matches(example.get("event").textValue());
      assertThat(match).as(example.toString()).isEqualTo(expected.booleanValue());
    }
  }

  @Test
  void namesAreUniqueAndShort() throws IOException {
    Set<String> ids = new HashSet<>();
    for (Path file : files()) {
      for (JsonNode example : MAPPER.readTree(file.toFile())) {
        String id = example.get("id").textValue();
        assertThat(id).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(50);
        assertThat(ids.add(file.getFileName() + id)).as(file + " " + id).isTrue();
      }
    }
  }

  @Test
  void noQuestionIsAskedTwice() throws IOException {
    Set<String> questions = new HashSet<>();
    for (Path file : files()) {
      for (JsonNode example : MAPPER.readTree(file.toFile())) {
        String question = example.get("pattern") + " on " + example.get("event");
        assertThat(questions.add(question)).as(file + " " + question).isTrue();
      }
    }
  }

  @Test
  void everyCaseHasExactlyItsFiveFields() throws IOException {
    for (Path file : files()) {
      for (JsonNode example : MAPPER.readTree(file.toFile())) {
        assertThat(example.fieldNames())
            .toIterable()
            .containsExactly("id", "pattern", "event", "expected", "source");
        boolean invalid = example.get("expected").asText().equals("invalid");
        assertThat(example.get("expected").isBoolean())
            .as(example.toString())
            .isNotEqualTo(invalid);
        assertThat(example.get("event").isNull()).as(example.toString()).isEqualTo(invalid);
      }
    }
  }

  @Test
  void everySourceIsNamedAndUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path file : files()) {
      for (JsonNode example : MAPPER.readTree(file.toFile())) {
        used.add(example.get("source").textValue());
      }
    }

    JsonNode sources = MAPPER.readTree(FOLDER.resolve("sources.json").toFile());
    assertThat(sources.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(used);
  }

  static Stream<Named<JsonNode>> cases() throws IOException {
    List<Named<JsonNode>> cases = new ArrayList<>();
    for (Path file : files()) {
      String group = file.getFileName().toString().replace(".json", "");
      for (JsonNode example : MAPPER.readTree(file.toFile())) {
        cases.add(Named.of(group + " " + example.get("id").textValue(), example));
      }
    }
    return cases.stream();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith("sources.json")).sorted().toList();
    }
  }
}

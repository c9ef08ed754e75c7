package dev.tocsin.filterpattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.explain.Explainer;
import dev.tocsin.filterpattern.explain.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The code of README.md, compiled and run. */
class ReadmeTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/tocsin/filterpattern/ReadmeTest.java");

  @Test
  void theExampleDoesWhatTheReadmeSays() throws Exception {
    // readme
    Parsed parsed = FilterPattern.parse("{ $.eventName == StopLogging }");
    if (parsed instanceof ParseProblem problem) {
      System.err.println(problem.message()); // … `{ $.eventName = StopLogging }`
    }
    FilterPattern deployed = FilterPattern.of("{ $.eventName = Stop* && $.readOnly IS FALSE }");
    JsonNode event = new ObjectMapper().readTree("{\"eventName\":\"StopLogging\"}");
    boolean match = deployed.matches(event); // false: the event has no readOnly

    Requirement required =
        Requirement.of("trail", FilterPattern.of("{ $.eventName = StopLogging }"));
    Coverage coverage = new CoverageDecider().decide(required, List.of(deployed));
    JsonNode missed = ((Coverage.Missed) coverage).event(); // a record that slips through
    Explanation explanation =
        new Explainer(new CoverageDecider()).explain(required, List.of(deployed));
    // end

    assertThat(((ParseProblem) parsed).message())
        .endsWith("found `==`. Fix: write `=`, in all: `{ $.eventName = StopLogging }`");
    assertThat(match).isFalse();
    assertThat(required.required().matches(missed)).isTrue();
    assertThat(deployed.matches(missed)).isFalse();
    assertThat(explanation.misses()).containsExactly("StopLogging");
    assertThat(explanation.corrected()).isPresent();
  }

  @Test
  void theReadmeShowsThisCode() throws IOException {
    String source = Files.readString(SOURCE);
    String code =
        source
            .substring(source.indexOf("// readme\n") + 10, source.indexOf("    // end\n"))
            .lines()
            .map(line -> line.isEmpty() ? line : line.substring(4))
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + code + "\n```");
  }
}

package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine says of filters that people published or deployed, each reviewed by hand. */
class ComparedWithTheWorldTest {

  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final CoverageDecider DECIDER = new CoverageDecider();

  /** One line of the table. */
  record Case(
      String id, String control, String outcome, String reason, String source, String pattern) {

    @Override
    public String toString() {
      return id + " " + control + " " + outcome + ": " + reason;
    }
  }

  static Stream<Case> cases() {
    JsonMapper json = new JsonMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ComparedWithTheWorldTest.class.getResourceAsStream(
                    "/compared-with-the-world.jsonl"),
                StandardCharsets.UTF_8))) {
      List<Case> cases =
          lines
              .lines()
              .map(
                  line -> {
                    try {
                      return json.readValue(line, Case.class);
                    } catch (IOException e) {
                      throw new UncheckedIOException(line, e);
                    }
                  })
              .toList();
      return cases.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itSaysOfAFilter(Case published) {
    Control control = CATALOG.find(published.control()).orElseThrow();
    Parsed parsed = FilterPattern.parse(published.pattern());
    assertThat(outcome(control, parsed)).as(published.pattern()).isEqualTo(published.outcome());
  }

  private static String outcome(Control control, Parsed parsed) {
    if (!(parsed instanceof FilterPattern pattern)) {
      return "INVALID";
    }
    Coverage coverage =
        DECIDER.decide(control.requirement(Benchmark.DEFAULT, List.of()), List.of(pattern));
    if (coverage instanceof Coverage.Missed missed) {
      JsonNode event = missed.event();
      assertThat(control.required().matches(event)).as("required: %s", event).isTrue();
      assertThat(pattern.matches(event)).as("missed: %s", event).isFalse();
      return "MISSED";
    }
    return coverage instanceof Coverage.Covered ? "COVERED" : coverage.toString();
  }

  @Test
  void theTableHasCasesOfEveryBenchmarkControl() {
    Set<String> compared = new TreeSet<>();
    cases().forEach(published -> compared.add(published.control()));
    assertThat(compared)
        .containsAll(
            CATALOG.inRuleSet("cis-aws-foundations-7.0.0").stream().map(Control::id).toList());
  }
}

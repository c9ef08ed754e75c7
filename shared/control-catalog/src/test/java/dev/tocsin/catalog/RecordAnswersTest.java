package dev.tocsin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks about filters whose answer turns on what records look like: {@code right} is the answer,
 * {@code region} makes it one of the account 111122223333 there, and {@code event} is what the
 * missed event has to match.
 */
class RecordAnswersTest {

  private static final ControlCatalog CATALOG = ControlCatalog.load();

  record Case(JsonNode line) {

    private Optional<String> text(String field) {
      return Optional.ofNullable(line.get(field)).map(JsonNode::textValue);
    }

    Requirement requirement() {
      Control control = CATALOG.find(text("control").orElseThrow()).orElseThrow();
      Benchmark benchmark =
          text("benchmark").map(id -> Benchmark.of(id).orElseThrow()).orElse(Benchmark.DEFAULT);
      List<FilterPattern> exempt = text("exempt").map(FilterPattern::of).stream().toList();
      return text("region")
          .map(region -> control.requirement(benchmark, exempt, "111122223333", region))
          .orElseGet(() -> control.requirement(benchmark, exempt));
    }

    List<EventTest> deployed() {
      List<EventTest> deployed = new ArrayList<>();
      text("pattern").map(FilterPattern::of).ifPresent(deployed::add);
      line.path("patterns").forEach(text -> deployed.add(FilterPattern.of(text.textValue())));
      if (line.has("eventPattern")) {
        deployed.add((EventPattern) EventPattern.parse(line.get("eventPattern").toString()));
      }
      return deployed;
    }

    @Override
    public String toString() {
      return line.get("id").textValue();
    }
  }

  static Stream<Case> cases() {
    return JsonLinesFile.read("/records/answers.jsonl").stream().map(Case::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredRight(Case asked) {
    Requirement requirement = asked.requirement();
    Coverage coverage = new CoverageDecider().decide(requirement, asked.deployed());
    if (asked.line().get("right").textValue().equals("COVERED")) {
      assertThat(coverage).isInstanceOf(Coverage.Covered.class);
      return;
    }
    assertThat(coverage).isInstanceOf(Coverage.Missed.class);
    JsonNode event = ((Coverage.Missed) coverage).event();
    assertThat(requirement.facts()).allMatch(fact -> fact.holds().matches(event));
    asked
        .text("event")
        .ifPresent(
            like ->
                assertThat(FilterPattern.of(like).matches(event))
                    .as("`%s` matches %s", like, event)
                    .isTrue());
  }
}

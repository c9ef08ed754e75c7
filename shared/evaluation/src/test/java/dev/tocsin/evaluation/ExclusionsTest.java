package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.explain.Explainer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which people keep an identity, an address, an agent or a call out of a filter. */
class ExclusionsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T23:59:59Z");
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final CoverageDecider DECIDER = new CoverageDecider();

  static List<JsonNode> idioms() {
    return Cases.of("/exemptions/idioms.jsonl");
  }

  @ParameterizedTest
  @MethodSource("idioms")
  void exclusionPassesIfAndOnlyIfItsEventsAreExempt(JsonNode idiom) {
    Asked asked = asked(idiom);
    FilterPattern deployed = deployed(idiom);

    Coverage coverage = DECIDER.decide(asked.requirement(), List.of(deployed));

    if (idiom.path("right").asText().equals("COVERED")) {
      assertThat(coverage).isInstanceOf(Coverage.Covered.class);
      return;
    }
    ObjectNode missed = ((Coverage.Missed) coverage).event();
    assertThat(FilterPattern.of(idiom.path("event").asText()).matches(missed))
        .as(missed.toString())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("idioms")
  void correctionKeepsWhatIsExemptOut(JsonNode idiom) {
    Asked asked = asked(idiom);
    FilterPattern deployed = deployed(idiom);

    new Explainer(DECIDER)
        .explain(asked.requirement(), List.of(deployed))
        .corrected()
        .ifPresent(
            corrected -> {
              FilterPattern mended = FilterPattern.of(corrected);
              assertThat(DECIDER.decide(asked.requirement(), List.of(mended)))
                  .isInstanceOf(Coverage.Covered.class);
              asked.requirement().exempt().stream()
                  .flatMap(exempt -> mended.and(exempt).stream())
                  .forEach(
                      exempt ->
                          assertThat(
                                  DECIDER.decide(
                                      Requirement.of("exempt", exempt), List.of(deployed)))
                              .as(corrected)
                              .isNotInstanceOf(Coverage.Missed.class));
            });
  }

  private static Control control(JsonNode idiom) {
    return CATALOG.find(idiom.path("control").asText()).orElseThrow();
  }

  private static Asked asked(JsonNode idiom) {
    JsonNode exempt = idiom.path("exempt");
    String text = exempt.isTextual() ? exempt.textValue() : exempt.toString();
    RuleParameters parameters =
        (RuleParameters) RuleParameters.parse(CATALOG, Map.of(Parameter.EXEMPT, text));
    return Asked.of(control(idiom), parameters, NOW);
  }

  /** What remediation deploys, with the clause. */
  private static FilterPattern deployed(JsonNode idiom) {
    String whole = control(idiom).deployable(Benchmark.DEFAULT).strip();
    String inner = whole.substring(1, whole.length() - 1).strip();
    return FilterPattern.of("{ (" + inner + ") && " + idiom.path("clause").asText() + " }");
  }
}

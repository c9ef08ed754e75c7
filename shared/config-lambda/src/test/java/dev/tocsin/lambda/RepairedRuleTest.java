package dev.tocsin.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule's parameters a document's plan is made for. */
class RepairedRuleTest {
  private static final Map<String, String> RULES =
      Map.of(
          "one-a", "{'control':'one','benchmark':'cis-1.2.0','exempt':'{ $.a = 1 }'}",
          "one-b", "{'control':'one','benchmark':'cis-3.0.0','exempt':'{ $.b = 1 }'}",
          "two-a", "{'control':'two','benchmark':'cis-1.2.0','maxEventsToAlarm':'3'}",
          "two-b", "{'benchmark':'cis-1.2.0','maxEventsToAlarm':'3','control':'two'}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one  | cis-1.2.0 | exempt           | { $.a = 1 }",
        "one  | cis-3.0.0 | exempt           | { $.b = 1 }",
        "two  | ''        | maxEventsToAlarm | 3",
        "two  | cis-1.2.0 | maxEventsToAlarm | 3",
        "two  | cis-3.0.0 | maxEventsToAlarm | ''",
        "none | ''        | control          | none",
      })
  void theRulesOwnParametersCount(String control, String benchmark, String name, String value) {
    assertThat(parameters(control, benchmark).path(name).asText()).isEqualTo(value);
  }

  @Test
  void rulesThatAskDifferentThingsAreNamed() {
    assertThatThrownBy(() -> parameters("one", ""))
        .isInstanceOf(BadInvocation.class)
        .hasMessageContainingAll("`one-a` with", "`one-b` with", "name the `Benchmark`");
  }

  private static ObjectNode parameters(String control, String benchmark) {
    TreeMap<String, String> rules = new TreeMap<>(RULES);
    rules.replaceAll((name, json) -> json.replace('\'', '"'));
    String asked = "{\"control\":\"%s\",\"benchmark\":\"%s\"}".formatted(control, benchmark);
    return RepairedRule.parameters(Events.scheduled(asked), rules);
  }
}

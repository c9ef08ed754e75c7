package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The controls that cases name, from {@code cases/controls.json}. */
final class Controls {
  private Controls() {}

  static Requirement requirement(String name) {
    JsonNode control = CaseFiles.read("controls.json").path("controls").path(name);
    List<Fact> facts = new ArrayList<>();
    JsonNode known = CaseFiles.read("controls.json").path("facts");
    control
        .path("facts")
        .forEach(
            fact ->
                facts.add(
                    new Fact(
                        fact.asText(),
                        FilterPattern.of(known.path(fact.asText()).asText()),
                        "cases/controls.json")));
    return new Requirement(
        name,
        FilterPattern.of(control.path("required").asText()),
        facts,
        Optional.ofNullable(control.path("exempt").textValue()).map(FilterPattern::of).stream()
            .toList(),
        List.of());
  }

  /** A pattern that covers the control. */
  static String pattern(String name) {
    JsonNode control = CaseFiles.read("controls.json").path("controls").path(name);
    return control.path("published").asText(control.path("required").asText());
  }
}

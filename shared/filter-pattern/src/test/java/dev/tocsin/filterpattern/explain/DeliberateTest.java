package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code explain/exemptions.jsonl}. */
final class DeliberateTest {

  static List<JsonNode> cases() throws IOException {
    try (InputStream in = DeliberateTest.class.getResourceAsStream("/explain/exemptions.jsonl")) {
      return new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void exemptsWhomTheDroppedExclusionsLeaveOutAndNobodyWhoIsSeen(JsonNode one) {
    String deployed = one.path("deployed").asText();

    Optional<String> exemption =
        Deliberate.exemption(
            FilterPattern.of(deployed), FilterPattern.of(one.path("corrected").asText()));

    assertThat(exemption.orElse("nothing")).isEqualTo(one.path("exempt").asText());
    exemption.ifPresent(
        exempt -> {
          String both = "{ (" + inside(exempt) + ") && (" + inside(deployed) + ") }";
          Requirement seenAndExempt = Requirement.of("both", FilterPattern.of(both));
          assertThat(new CoverageDecider().decide(seenAndExempt, List.of()))
              .isInstanceOf(Coverage.Vacuous.class);
        });
  }

  private static String inside(String pattern) {
    return pattern.substring(1, pattern.length() - 1);
  }
}

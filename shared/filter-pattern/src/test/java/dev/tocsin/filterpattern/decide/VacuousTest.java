package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exemption, or a requirement, that leaves no event must not pass for coverage. */
final class VacuousTest {

  private static final String REQUIRED =
      "{ $.eventName = StopLogging || $.eventName = CreateTrail }";
  private static final Fact NAMED =
      new Fact("named", FilterPattern.of("{ $.eventName = * }"), "the record's reference");

  private static Coverage decide(String required, String exempt, String... deployed) {
    Requirement requirement =
        new Requirement(
            "test",
            FilterPattern.of(required),
            List.of(NAMED),
            List.of(FilterPattern.of(exempt)),
            List.of());
    return new CoverageDecider()
        .decide(requirement, List.of(deployed).stream().map(FilterPattern::of).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ $.eventName = * }",
        "{ $.eventName = StopLogging || $.eventName = CreateTrail }",
        "{ $.eventName = \"*Trail\" || $.eventName = Stop* }",
        "{ $.userAgent = x || $.userAgent != x || $.eventName = * }"
      })
  void anExemptionOfEverythingIsNoCoverage(String exempt) {
    assertThat(decide(REQUIRED, exempt)).isInstanceOf(Coverage.Vacuous.class);
    Coverage covered = decide(REQUIRED, exempt, REQUIRED);
    assertThat(((Coverage.Vacuous) covered).reason()).contains("`" + exempt + "`", REQUIRED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void aBlankExemptionIsNone(String exempt) {
    assertThat(decide(REQUIRED, exempt)).isInstanceOf(Coverage.Missed.class);
    assertThat(decide(REQUIRED, exempt, REQUIRED)).isInstanceOf(Coverage.Covered.class);
  }

  @Test
  void anExemptionThatLeavesAnEventIsDecided() {
    String stop = "{ $.eventName = StopLogging }";
    assertThat(decide(REQUIRED, stop)).isInstanceOf(Coverage.Missed.class);
    assertThat(decide(REQUIRED, stop, "{ $.eventName = CreateTrail }"))
        .isInstanceOf(Coverage.Covered.class);
  }

  @Test
  void factsMayLeaveNoEventEither() {
    assertThat(decide("{ $.eventName NOT EXISTS }", "{ $.eventName = x }", "{ $.a = x }"))
        .isInstanceOf(Coverage.Vacuous.class);
    assertThat(decide("{ $.eventName NOT EXISTS }", "", "{ $.a = x }"))
        .isEqualTo(
            new Coverage.Vacuous(
                "no event can match the required pattern `{ $.eventName NOT EXISTS }`"));
  }
}

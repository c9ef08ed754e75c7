package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlternativesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          { $.eventName = A || $.eventName = B }                            ; A, B
          { $.eventSource = s && ($.eventName = A || $.eventName = B) }     ; A, B
          { ($.eventName = A && $.c = 1) || ($.eventName = A && $.c = 2) }  ; A
          { $.eventName = A || $.c = 1 }                                    ; `$.eventName = A`, `$.c = 1`
          { $.t = R && ($.c = 1 || $.c = 2) }                               ; `$.c = 1`, `$.c = 2`
          { $.t = R && $.c = 1 }                                            ; `$.t = R && $.c = 1`
          { ($.t = R || $.t = S) && ($.c = 1 || $.c = 2) }                  ; `($.t = R || $.t = S) && ($.c = 1 || $.c = 2)`
          "term"                                                            ; nothing
          """)
  void areTheEventsOrThePartsThatAReaderThinksIn(String required, String names) {
    List<Alternative> found =
        Alternatives.of(Requirement.of("test", FilterPattern.of(required)), new CoverageDecider());

    List<String> told = found.stream().map(Alternative::name).toList();
    assertThat(told.isEmpty() ? "nothing" : String.join(", ", told)).isEqualTo(names);
    for (Alternative one : found) {
      assertThat(one.example())
          .as(one.name())
          .hasValueSatisfying(e -> assertThat(one.has(e)).isTrue());
    }
  }
}

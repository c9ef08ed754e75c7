package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          { $.a = x }                     ; $.a != x | $.a NOT EXISTS || $.a != x
          { $.a != x }                    ; $.a = x | $.a = x
          { $.a NOT EXISTS }              ; $.a = * | $.a = *
          { $.a != x && $.b NOT EXISTS }  ; $.a = x || $.b = * | $.a = x || $.b = *
          { $.a != x || $.b != y }        ; $.a = x && $.b = y | $.a = x && $.b = y
          { $.a != x } + { $.b = y }      ; $.a = x && $.b != y | $.a = x && ($.b NOT EXISTS || $.b != y)
          { $.a < 1 }                     ; nothing
          { $.a IS TRUE }                 ; nothing
          { $.a = x && $.b > 1 }          ; nothing
          { $.a = x } + { $.b IS TRUE }   ; nothing
          { $.a = x } + "term"            ; nothing
          """)
  void areTheOppositeOfWhatIsExempt(String exempt, String ways) {
    List<FilterPattern> patterns = Stream.of(exempt.split(" \\+ ")).map(FilterPattern::of).toList();

    String found =
        Exclusions.of(patterns).stream()
            .map(PatternPrinter::print)
            .collect(Collectors.joining(" | "));

    assertThat(found.isEmpty() ? "nothing" : found).isEqualTo(ways);
  }
}

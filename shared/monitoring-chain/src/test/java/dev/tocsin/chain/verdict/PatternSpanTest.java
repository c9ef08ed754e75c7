package dev.tocsin.chain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Exclusion;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternSpanTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          { $.a = x && $.b = "y z" } ; `$.b = "y z"` fails ; true ; $.b = "y z"
          {($.a=x)&&($.b  =  y)} ; `$.b = y` fails ; true ; $.b  =  y
          { $.a = x || $.a = y || $.ab = z } ; none of the 2 alternatives on `$.a` holds ; false ; $.a = x, $.a = y
          { $.a = x || $.b = y || $.b[0] = z } ; none of the 2 alternatives on `$.a`, `$.b` holds ; false ; $.a = x, $.b = y
          { $.a = "x && y" && $.b = y } ; `$.a = "x && y"` fails ; true ; $.a = "x && y"
          { $.a = %x|y% && $.b = y } ; `$.a = %x|y%` fails ; true ; $.a = %x|y%
          { $.a = x } ; `$.b = x` fails ; true ; nothing
          "x" ; the term `x` does not occur ; true ; nothing
          """)
  void isTheClauseThatExcludes(String test, String clause, boolean specific, String found) {
    String places =
        PatternSpan.of(new Exclusion(test, clause, "", specific)).stream()
            .map(span -> test.substring(span.start(), span.end()))
            .collect(Collectors.joining(", "));

    assertThat(places.isEmpty() ? "nothing" : places).isEqualTo(found);
  }
}

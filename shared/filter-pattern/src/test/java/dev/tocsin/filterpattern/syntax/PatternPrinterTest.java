package dev.tocsin.filterpattern.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternPrinterTest {

  @Property(tries = 5000, seed = "20261121")
  void whatIsPrintedReadsAsTheSamePattern(@ForAll("patterns") Pattern pattern) {
    String printed = PatternPrinter.print(pattern);

    assertThat(FilterPattern.parse(printed)).isEqualTo(FilterPattern.of(pattern));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "{($.a=x)}                             → { $.a = x }",
        "{ $.a=1 &&($.b not exists) }          → { $.a = 1 && $.b NOT EXISTS }",
        "{ $.a.*=%x% }                         → { $.a[*] = %x% }",
        "{ $.*=x }                             → { $.* = x }",
        "{ $.['a'].['b.c'][0] is null }        → { $.a.['b.c'][0] IS NULL }",
        "{ $.a = \"x\\\"y\" }                  → { $.a = \"x\\\"y\" }",
        "-b  \"a\" ?\"c d\"                    → a ?\"c d\" -b",
        "[a=1||a=2&&a!=x,...,]                 → [a = 1 || a = 2 && a != x, ..., ]",
        "%x|y%                                 → %x|y%",
      })
  void oneSpellingForAll(String text, String printed) {
    assertThat(PatternPrinter.print(FilterPattern.of(text).syntax())).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "{ $.a = 1 || $.b = 2 && $.c = 3 }     → { $.a = 1 || ($.b = 2 && $.c = 3) }",
        "{ ($.a = 1 || $.b = 2) && $.c = 3 }   → { ($.a = 1 || $.b = 2) && $.c = 3 }",
      })
  void mixedOperatorsAreBracketed(String text, String printed) {
    assertThat(PatternPrinter.print(FilterPattern.of(text).syntax())).isEqualTo(printed);
  }

  @Provide
  Arbitrary<Pattern> patterns() {
    return Arbitraries.randomValue(random -> new RandomPatterns(random).next());
  }
}

package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TidyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          $.a = x && $.a = x               ; $.a = x
          $.a = x && ($.b = y && $.a = x)  ; $.a = x && $.b = y
          $.a = x || ($.b = y || $.a = x)  ; $.a = x || $.b = y
          ($.a = x && $.b = y) || $.a = x  ; $.a = x
          $.a = x && ($.a = x || $.b = y)  ; $.a = x
          $.a = Get* || $.a = GetUser      ; $.a = Get*
          $.a = Get* && $.a = GetUser      ; $.a = GetUser
          $.a = *Get* || $.a = Get*        ; $.a = *Get*
          $.a = G*r || $.a = GetUser       ; $.a = G*r || $.a = GetUser
          $.a != Get* || $.a != GetUser    ; $.a != Get* || $.a != GetUser
          $.a = x || $.b = x               ; $.a = x || $.b = x
          $.a = x || $.a = "x"             ; $.a = x
          $.a < 1 || $.a < 2               ; $.a < 1 || $.a < 2
          """)
  void leavesOutWhatIsSaidTwice(String text, String tidy) {
    assertThat(PatternPrinter.print(Tidy.of(expression(text)))).isEqualTo(tidy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          $.a = x                       ; $.a = x                      ; true
          $.a = x                       ; $.a = y                      ; false
          $.a = x && $.b = y            ; $.a = x                      ; true
          $.a = x                       ; $.a = x && $.b = y           ; false
          $.a = x                       ; $.a = x || $.b = y           ; true
          $.a = x || $.b = y            ; $.a = x                      ; false
          $.a = x || $.b = y            ; $.b = y || $.c = z || $.a = x ; true
          $.a = x && $.b = y            ; $.b = y && $.a = x           ; true
          $.a = GetUser                 ; $.a = Get*                   ; true
          $.a = Get*                    ; $.a = GetUser                ; false
          $.a = GetUser                 ; $.a != Get*                  ; false
          """)
  void saysWhatPlainlyFollows(String first, String second, boolean follows) {
    assertThat(Tidy.implies(expression(first), expression(second))).isEqualTo(follows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          $.a = x || $.a != x                          ; true
          $.c = z && ($.b = y || $.a != x || $.a = x)  ; true
          $.a = x && $.a != x                          ; false
          $.a = x || $.b != x                          ; false
          $.a = x || $.a != y                          ; false
          $.a = x                                      ; false
          """)
  void findsAChoiceThatIsNone(String text, boolean saysNothing) {
    assertThat(Tidy.saysNothing(expression(text))).isEqualTo(saysNothing);
  }

  private static Expression expression(String text) {
    return FilterPattern.of("{ " + text + " }").expression().orElseThrow();
  }
}

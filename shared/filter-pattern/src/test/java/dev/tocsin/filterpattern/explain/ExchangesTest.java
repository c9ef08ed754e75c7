package dev.tocsin.filterpattern.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          $.a = true      ; $.a IS TRUE
          $.a = "TRUE"    ; $.a IS TRUE
          $.a != true     ; $.a IS FALSE
          $.a = false     ; $.a IS FALSE
          $.a != "false"  ; $.a IS TRUE
          $.a = "null"    ; $.a NOT EXISTS
          $.a = ""        ; $.a NOT EXISTS
          $.a IS NULL     ; $.a NOT EXISTS
          $.a != ""       ; nothing
          $.a = word      ; nothing
          $.a = 1         ; nothing
          $.a IS TRUE     ; nothing
          """)
  void aWordForAStateIsTheState(String clause, String state) {
    assertThat(Exchanges.state(leaf(clause)).map(PatternPrinter::print).orElse("nothing"))
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          $.eventName = "StopLogging" ; $.eventName = Stop     ; $.eventName = StopLogging
          $.eventName = StopLogging   ; $.eventName = "Stop"   ; $.eventName = "StopLogging"
          $.a = "true"                ; $.a = word             ; $.a = "true"
          $.a = "two words"           ; $.a = word             ; $.a = "two words"
          $.a = "1"                   ; $.a = word             ; $.a = "1"
          $.a = "x"                   ; $.a = 1                ; $.a = "x"
          $.a IS TRUE                 ; $.a = "x"              ; $.a IS TRUE
          """)
  void whatIsPutInIsQuotedAsWhatStoodThere(String clause, String like, String styled) {
    assertThat(PatternPrinter.print(Exchanges.styled(leaf(clause), leaf(like)))).isEqualTo(styled);
  }

  /** The required pattern is about one name, one type, and one field that may be absent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          $.eventName = StopLoging ; true  ; 1: $.eventName = StopLogging
          $.eventName = Other      ; false ; nothing
          $.type = Role            ; false ; 3: $.type = Root
          $.type = Role            ; true  ; nothing
          $.type = Root            ; false ; nothing
          $.type != Root           ; false ; 1: $.type = Root, 2: $.type NOT EXISTS || $.type != Root
          $.by = "null"            ; true  ; 1: $.by NOT EXISTS
          $.other != x             ; true  ; 2: $.other NOT EXISTS || $.other != x
          """)
  void aClauseMayHaveBeenMeantForAnother(String clause, boolean listed, String exchanges) {
    Exchanges wanted =
        new Exchanges(
            List.of(expression("$.eventName = StopLogging && $.type = Root && $.by NOT EXISTS")));

    String found =
        wanted.of(leaf(clause), listed).stream()
            .map(one -> one.cost() + ": " + PatternPrinter.print(one.clause()))
            .collect(Collectors.joining(", "));

    assertThat(found.isEmpty() ? "nothing" : found).isEqualTo(exchanges);
  }

  private static Expression.Leaf leaf(String text) {
    return (Expression.Leaf) expression(text);
  }

  private static Expression expression(String text) {
    return FilterPattern.of("{ " + text + " }").expression().orElseThrow();
  }
}

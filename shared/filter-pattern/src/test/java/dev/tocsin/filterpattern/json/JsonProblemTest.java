package dev.tocsin.filterpattern.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # Reliability      | expected a value, found `#`
          <html>             | expected a value, found `<`
          Resources: x       | expected a value, found `Resources`
          {'a': 1}           | expected a name in double quotes, found `'`
          {"a" 1}            | expected `:`, found `1`
          {"a": 1 "b": 2}    | expected `,` or the end of the object, found `"`
          [1 2]              | expected `,` or the end of the list, found `2`
          {"a": 1, "a": 2}   | field `a` stands there twice
          {"a": 1            | the text ends before it is complete
          ["a                | the text ends before it is complete
          {"a": tru}         | expected a value, found `tru`
          """)
  void isSaidInOurWords(String text, String said) {
    JsonProcessingException problem =
        catchThrowableOfType(JsonProcessingException.class, () -> JsonTree.read(text));

    assertThat(JsonProblem.of(problem)).isEqualTo(said);
  }
}

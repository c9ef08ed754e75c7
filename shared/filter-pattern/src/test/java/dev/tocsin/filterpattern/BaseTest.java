package dev.tocsin.filterpattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseTest {

  /** {@code a*b} matches {@code abab} in one reading of the star only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      textBlock =
          """
          { $.a = abab }   ; { $.a = other } ; true
          { $.a = other }  ; { $.b = 1 }     ; false
          { $.a = abab }   ; { $.a = a* }    ; false
          { $.a = a*b }    ; { $.b = 1 }     ; false
          { $.a = abab }   ; { $.a = a*b }   ; false
          """)
  void isRequiredIffInEveryReadingAndNotExempt(String required, String exempt, boolean is) {
    ObjectNode sample = JsonNodeFactory.instance.objectNode().put("a", "abab");
    Requirement requirement =
        new Requirement(
            "test",
            FilterPattern.of(required),
            List.of(),
            List.of(FilterPattern.of(exempt)),
            List.of(sample));

    assertThat(requirement.bases().get(0).isRequired()).isEqualTo(is);
  }
}

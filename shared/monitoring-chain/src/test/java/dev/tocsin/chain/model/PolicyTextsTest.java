package dev.tocsin.chain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"Version": "2012-10-17"} | {"Version": "2012-10-17"}
          %7B%22a%22%3A%22b+c%22%7D | {"a":"b+c"}
          %7b%22a%22%3a1%7d         | {"a":1}
          %7B%22a%22%3A%2           | %7B%22a%22%3A%2
          no JSON                   | no JSON
          """)
  void areReadAsTheyArePasted(String pasted, String text) {
    assertThat(PolicyTexts.of(pasted)).contains(text);
  }

  @Test
  void anObjectIsItsText() {
    assertThat(PolicyTexts.of(Map.of("a", 1))).contains("{\"a\":1}");
    assertThat(PolicyTexts.of(null)).isEmpty();
  }
}

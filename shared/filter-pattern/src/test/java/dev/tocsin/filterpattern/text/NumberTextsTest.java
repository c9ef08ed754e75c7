package dev.tocsin.filterpattern.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.reading.JsonNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberTextsTest {

  private static List<JsonNumber> numbers() {
    List<JsonNumber> numbers = new ArrayList<>();
    for (String literal :
        List.of(
            "0",
            "-0",
            "0.0",
            "-0.0",
            "1",
            "-1",
            "1.0",
            "10",
            "1e1",
            "0.5",
            "-0.5",
            "123456",
            "1e6",
            "1e7",
            "12345678.9",
            "0.001",
            "0.0001",
            "1e-10",
            "1.5e-10",
            "1e308",
            "-1e308",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "-1e400",
            "22.25",
            "22.5")) {
      numbers.add(JsonNumber.of(literal));
    }
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      double scale = Math.pow(10, random.nextInt(24) - 12);
      numbers.add(JsonNumber.of(Double.toString((random.nextDouble() - 0.5) * scale)));
      numbers.add(JsonNumber.of(Long.toString(random.nextLong() >> random.nextInt(64))));
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "-1",
        "10",
        "0.5",
        "22.5",
        "22",
        "-22.25",
        "1e7",
        "0.001",
        "1e-5",
        "12345678",
        "1e308",
        "1e999999999",
        "1e-999999999",
        "-1e999999999",
        "9223372036854775807",
        "3.0e2"
      })
  void compareAsTheNumbersDo(String literal) {
    BigDecimal bound = new BigDecimal(literal);
    TextSet less = NumberTexts.compared(bound, sign -> sign < 0);
    TextSet atLeast = NumberTexts.compared(bound, sign -> sign >= 0);
    for (JsonNumber number : numbers()) {
      assertThat(NumberTexts.ALL.contains(number.text())).as(number.text()).isTrue();
      boolean finite = number.value().isPresent();
      boolean isLess = finite && number.value().get().compareTo(bound) < 0;
      assertThat(less.contains(number.text())).as(number.text()).isEqualTo(isLess);
      assertThat(atLeast.contains(number.text())).as(number.text()).isEqualTo(finite && !isLess);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "01", "1.", ".5", "1.50", "1e1", "1.0E1", "1.0E-2", "x", "+1", "--1", "1.0E"})
  void holdNothingThatNoNumberIsWrittenAs(String text) {
    assertThat(NumberTexts.ALL.contains(text)).isFalse();
  }
}

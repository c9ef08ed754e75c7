package dev.tocsin.filterpattern.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-1.5, -1.5",
    "100, 100.0",
    "1e3, 1000.0",
    "9999999, 9999999.0",
    "1e7, 1.0E7",
    "12345678.9, 1.23456789E7",
    "0.001, 0.001",
    "0.00099, 9.9E-4",
    "2e23, 2.0E23",
    "1e23, 1.0E23",
    "8.41e21, 8.41E21",
    "4.9e-324, 4.9E-324",
    "2e-323, 2.0E-323",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "1.7976931348623157e308, 1.7976931348623157E308"
  })
  void isTheShortestThatReadsBack(double value, String text) {
    assertThat(DoubleText.of(value)).isEqualTo(text);
  }

  @Test
  void readsBackAsTheSameNumber() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      double value = next(random);
      assertThat(Double.parseDouble(DoubleText.of(value))).isEqualTo(value);
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_19)
  void isWhatTheJdkSaysSince19() {
    Random random = new Random(4);
    for (int i = 0; i < 5_000; i++) {
      double value = next(random);
      assertThat(DoubleText.of(value)).isEqualTo(Double.toString(value));
    }
  }

  private static double next(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextDouble();
      case 1 -> random.nextInt(1_000_000) / 100.0;
      case 2 -> Math.scalb(1.0, random.nextInt(2000) - 1000);
      default -> {
        double any = Double.longBitsToDouble(random.nextLong());
        yield Double.isNaN(any) || Double.isInfinite(any) ? 1.0 : any;
      }
    };
  }
}

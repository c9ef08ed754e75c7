package dev.tocsin.backtest.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HeavyTest {

  @Test
  void isExactForFewValues() {
    Heavy heavy = new Heavy();
    List.of("b", "a", "c", "a", "b", "a").forEach(heavy::add);
    assertThat(heavy.error()).isZero();
    assertThat(heavy.top(2)).containsExactly(new Heavy.Count("a", 3), new Heavy.Count("b", 2));
  }

  @Test
  void isLowByNoMoreThanItSays() {
    Random random = new Random(3);
    Map<String, Long> truth = new HashMap<>();
    Heavy heavy = new Heavy();
    Heavy other = new Heavy();
    long total = 0;
    for (int i = 0; i < 300_000; i++) {
      String value =
          random.nextInt(10) == 0 ? "often" + random.nextInt(5) : "rare" + random.nextInt(200_000);
      (random.nextBoolean() ? heavy : other).add(value);
      truth.merge(value, 1L, Long::sum);
      total++;
    }
    heavy.addAll(other);
    assertThat(heavy.error()).isPositive().isLessThan(total / Heavy.KEPT + 1);
    List<Heavy.Count> top = heavy.top(5);
    assertThat(top).extracting(Heavy.Count::value).allMatch(value -> value.startsWith("often"));
    for (Heavy.Count count : top) {
      assertThat(count.count())
          .isLessThanOrEqualTo(truth.get(count.value()))
          .isGreaterThanOrEqualTo(truth.get(count.value()) - heavy.error());
    }
  }
}

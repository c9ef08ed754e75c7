package dev.tocsin.chain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the intervals with the statistics of samples drawn by chance. */
class StatisticTest {
  private static final List<Double> SAMPLES = List.of(-1.0, 0.0, 0.5, 1.0, 3.0);

  @ParameterizedTest
  @ValueSource(strings = {"Sum", "SampleCount", "Minimum", "Maximum", "Average", "p50", "p99.9"})
  void everyPossibleValueLiesInTheInterval(String name) {
    Statistic statistic = Statistic.named(name).orElseThrow();
    Random random = new Random(20_261_121);
    for (int round = 0; round < 2_000; round++) {
      double signal = SAMPLES.get(random.nextInt(SAMPLES.size()));
      int events = 1 + random.nextInt(3);
      List<Double> beside = some(random);
      List<Double> samples = new ArrayList<>(Collections.nCopies(events, signal));
      samples.addAll(drawn(random, beside));

      assertIn(statistic.with(signal, events, beside), value(name, samples));
      if (!beside.isEmpty()) {
        List<Double> quiet = new ArrayList<>(List.of(beside.get(random.nextInt(beside.size()))));
        quiet.addAll(drawn(random, beside));
        assertIn(statistic.of(beside), value(name, quiet));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tm90", "IQM", "PR(1:)", "wm95", "p101", "", "sum"})
  void otherStatisticsAreNotDecided(String name) {
    assertThat(Statistic.named(name)).isEmpty();
  }

  private static void assertIn(Values values, double value) {
    assertThat(value).isBetween(values.low(), values.high());
  }

  private static List<Double> some(Random random) {
    return SAMPLES.stream().filter(sample -> random.nextBoolean()).toList();
  }

  private static List<Double> drawn(Random random, List<Double> from) {
    List<Double> drawn = new ArrayList<>();
    int count = from.isEmpty() ? 0 : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      drawn.add(from.get(random.nextInt(from.size())));
    }
    return drawn;
  }

  private static double value(String name, List<Double> samples) {
    List<Double> sorted = samples.stream().sorted().toList();
    double sum = samples.stream().mapToDouble(Double::doubleValue).sum();
    return switch (name) {
      case "Sum" -> sum;
      case "SampleCount" -> samples.size();
      case "Minimum" -> sorted.get(0);
      case "Maximum" -> sorted.get(sorted.size() - 1);
      case "Average" -> sum / samples.size();
      default ->
          sorted.get(
              (int) Math.floor((sorted.size() - 1) * Double.parseDouble(name.substring(1)) / 100));
    };
  }
}

package dev.tocsin.chain.second;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Statistics of the samples of one period. */
final class Statistics {
  private Statistics() {}

  /** Null iff there is no sample. */
  static Double of(String statistic, List<Double> samples) {
    if (samples.isEmpty()) {
      return null;
    }
    double sum = samples.stream().mapToDouble(sample -> sample).sum();
    return switch (statistic) {
      case "Sum" -> sum;
      case "SampleCount" -> (double) samples.size();
      case "Minimum" -> Collections.min(samples);
      case "Maximum" -> Collections.max(samples);
      case "Average" -> sum / samples.size();
      // What a percentile makes of samples that differ is not for this judge.
      default -> Set.copyOf(samples).size() == 1 ? samples.get(0) : Double.NaN;
    };
  }
}

package dev.tocsin.backtest.tally;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts values, at most {@link #MOST} of them: exact as long as there are no more different ones.
 * Beyond that it keeps those that occur most often, each counted too low by at most {@link
 * #error()}, and never loses one that makes up more than 1 in {@value #KEPT} of all.
 *
 * <p>Source: Misra and Gries, "Finding repeated elements", 1982, with the counters lowered in
 * batches; two such counts add up to one with the errors added.
 */
public final class Heavy {

  static final int KEPT = 1_000;
  static final int MOST = 2 * KEPT;

  private final Map<String, Long> counts = new HashMap<>();
  private long error;

  /** A value and how often it occurred, at least. */
  public record Count(String value, long count) {}

  /** Counts one occurrence. */
  public void add(String value) {
    counts.merge(value, 1L, Long::sum);
    shrink();
  }

  /** Counts what another has counted. */
  public void addAll(Heavy other) {
    other.counts.forEach((value, count) -> counts.merge(value, count, Long::sum));
    error += other.error;
    shrink();
  }

  /** The values that occurred most often, the most frequent first, equal ones by name. */
  public List<Count> top(int most) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
        .limit(most)
        .toList();
  }

  /** By how much a count may be too low; zero iff all are exact. */
  public long error() {
    return error;
  }

  private void shrink() {
    if (counts.size() <= MOST) {
      return;
    }
    long lowered =
        counts.values().stream()
            .sorted(Comparator.reverseOrder())
            .skip(KEPT)
            .findFirst()
            .orElse(0L);
    counts.values().removeIf(count -> count <= lowered);
    counts.replaceAll((value, count) -> count - lowered);
    error += lowered;
  }
}

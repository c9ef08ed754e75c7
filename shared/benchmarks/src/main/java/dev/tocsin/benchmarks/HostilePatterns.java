package dev.tocsin.benchmarks;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Patterns whose tests have exponentially many combinations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HostilePatterns {

  /** The pattern that is decided against itself written backwards, and against everything. */
  public enum Shape {
    /** {@code *x*} on one field, all of them wanted. */
    CONTAINED_40,
    /** {@code *xPolicy} on one field, one of them wanted. */
    SUFFIXES_20,
    /** Two alternatives on fields of their own, all wanted. */
    CLAUSES_20;

    String pattern(boolean backwards) {
      return switch (this) {
        case CONTAINED_40 -> joined(40, " && ", backwards, i -> "$.a = \"*" + letter(i) + "*\"");
        case SUFFIXES_20 ->
            joined(20, " || ", backwards, i -> "$.a = \"*" + letter(i) + "Policy\"");
        case CLAUSES_20 ->
            joined(20, " && ", backwards, i -> "($.x" + i + " = 1 || $.y" + i + " = 2)");
      };
    }

    private static char letter(int i) {
      return (char) (i < 26 ? 'a' + i : 'A' + i - 26);
    }

    private static String joined(
        int count, String operator, boolean backwards, IntFunction<String> condition) {
      return IntStream.range(0, count)
          .mapToObj(i -> condition.apply(backwards ? count - 1 - i : i))
          .collect(Collectors.joining(operator, "{ ", " }"));
    }
  }

  @Param private Shape shape;

  private final CoverageDecider decider = new CoverageDecider();
  private Requirement required;
  private List<FilterPattern> itself;
  private Requirement everything;

  /** Reads the patterns. */
  @Setup
  public void read() {
    required = Requirement.of("benchmark", FilterPattern.of(shape.pattern(false)));
    itself = List.of(FilterPattern.of(shape.pattern(true)));
    everything = Requirement.of("benchmark", FilterPattern.of("{ $.a = * }"));
  }

  /** Covered: no event may be overlooked. */
  @Benchmark
  public Coverage coversItself() {
    return decider.decide(required, itself);
  }

  /** Missed: one event is enough. */
  @Benchmark
  public Coverage missesEverything() {
    return decider.decide(everything, itself);
  }
}

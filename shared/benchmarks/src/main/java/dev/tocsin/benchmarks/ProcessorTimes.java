package dev.tocsin.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.backtest.stream.SharedTests;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What the engine takes of the processor, counted by the thread that works, for machines that are
 * too busy for JMH's clock. Runs from the root of the repository; prints microseconds.
 */
public final class ProcessorTimes {
  private static final Path HOSTILE =
      Path.of(
          "shared/filter-pattern/src/test/resources/dev/tocsin/filterpattern/decide/hostile.jsonl");
  private static final int WARM_UP = 1_000;
  private static final int ROUNDS = 21;

  private static long hits;

  private ProcessorTimes() {}

  /** One pattern against what is required. */
  private record Pair(Requirement required, List<FilterPattern> deployed) {
    void decide() {
      hits += new CoverageDecider().decide(required, deployed).hashCode();
    }
  }

  /**
   * Takes no arguments.
   *
   * @throws IOException if it does not run from the root of the repository
   */
  public static void main(String[] arguments) throws IOException {
    List<Control> controls =
        ControlCatalog.load().controls().stream().filter(Control::isSeenByTrails).toList();
    List<Requirement> required =
        controls.stream().map(one -> one.requirement(Benchmark.DEFAULT, List.of())).toList();
    List<FilterPattern> texts =
        controls.stream().map(one -> FilterPattern.of(one.deployable(Benchmark.DEFAULT))).toList();
    List<Pair> own = new ArrayList<>();
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < controls.size(); i++) {
      if (controls.get(i).isIn(Benchmark.DEFAULT)) {
        own.add(new Pair(required.get(i), List.of(texts.get(i))));
      }
      for (FilterPattern text : texts) {
        all.add(new Pair(required.get(i), List.of(text)));
      }
    }
    print("decide a text of CIS", times(own, WARM_UP));
    print("decide each control by each text", times(all, 4));
    print("decide hostile.jsonl", times(hostile(), 2));
    List<? extends JsonNode> records =
        controls.stream().flatMap(one -> one.samples().stream()).toList();
    matching(controls, texts, records);
    System.out.println("what came out, so that nothing is left undone: " + hits);
  }

  private static List<Pair> hostile() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(HOSTILE)) {
      JsonNode one = new JsonMapper().readTree(line);
      List<FilterPattern> deployed = new ArrayList<>();
      one.get("deployed").forEach(text -> deployed.add(FilterPattern.of(text.textValue())));
      FilterPattern required = FilterPattern.of(one.get("required").textValue());
      pairs.add(new Pair(Requirement.of("benchmark", required), deployed));
    }
    return pairs;
  }

  private static void matching(
      List<Control> controls, List<FilterPattern> texts, List<? extends JsonNode> records) {
    FilterPattern one =
        texts.get(controls.stream().map(Control::id).toList().indexOf("security-group-changes"));
    List<String> lines = records.stream().map(JsonNode::toString).toList();
    JsonMapper json = new JsonMapper();
    SharedTests shared = new SharedTests(texts);
    each("match a parsed record", records.size(), i -> one.matches(records.get(i)) ? 1 : 0);
    each("match a line", records.size(), i -> one.matches(lines.get(i)) ? 1 : 0);
    each("read that line with Jackson", records.size(), i -> size(json, lines.get(i)));
    each(
        "match " + texts.size() + " texts in one pass",
        records.size(),
        i -> {
          shared.look((ObjectNode) records.get(i));
          return (int) IntStream.range(0, texts.size()).filter(shared::matches).count();
        });
  }

  private static int size(JsonMapper json, String line) {
    try {
      return json.readTree(line).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void each(String what, int size, IntUnaryOperator work) {
    double[] times = new double[ROUNDS];
    for (int round = -WARM_UP / 16; round < ROUNDS; round++) {
      long begun = now();
      hits += IntStream.range(0, size).map(work).sum();
      if (round >= 0) {
        times[round] = (now() - begun) / 1e3 / size;
      }
    }
    print(what, times);
  }

  /** The median time of each pair. */
  private static double[] times(List<Pair> pairs, int warmUp) {
    for (int round = 0; round < warmUp; round++) {
      pairs.forEach(Pair::decide);
    }
    return pairs.stream().mapToDouble(ProcessorTimes::median).toArray();
  }

  private static double median(Pair pair) {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begun = now();
      pair.decide();
      rounds[round] = (now() - begun) / 1e3;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String what, double[] times) {
    Arrays.sort(times);
    System.out.printf(
        "%-36s median %9.2f  largest %9.2f%n",
        what, times[times.length / 2], times[times.length - 1]);
  }
}

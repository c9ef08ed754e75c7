package dev.tocsin.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.backtest.stream.SharedTests;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A control's deployed text parsed, decided against what the control asks for, and matched with the
 * records of all folders: deciding a text of CIS is to take 50 microseconds at most, matching a
 * parsed record 3.3. {@code readLines} is what the JSON library alone takes for the lines of {@code
 * matchLines}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineSpeed {
  private static final int RECORDS = 800;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The whole name of a control's folder. */
  @Param({"root-account-usage", "security-group-changes", "unauthorized-api-calls"})
  private String control;

  private final CoverageDecider decider = new CoverageDecider();
  private String text;
  private FilterPattern pattern;
  private Requirement required;
  private SharedTests all;
  private int controls;
  private List<ObjectNode> records;
  private List<String> lines;

  /** Reads the catalogue. */
  @Setup
  public void read() {
    ControlCatalog catalog = ControlCatalog.load();
    Control judged = catalog.find(control).orElseThrow();
    text = judged.deployable(dev.tocsin.catalog.Benchmark.DEFAULT);
    pattern = FilterPattern.of(text);
    required = judged.requirement(dev.tocsin.catalog.Benchmark.DEFAULT, List.of());
    records =
        catalog.controls().stream().flatMap(one -> one.samples().stream()).limit(RECORDS).toList();
    lines = records.stream().map(JsonNode::toString).toList();
    all =
        new SharedTests(
            catalog.controls().stream()
                .filter(Control::isSeenByTrails)
                .map(one -> FilterPattern.of(one.deployable(dev.tocsin.catalog.Benchmark.DEFAULT)))
                .toList());
    controls = (int) catalog.controls().stream().filter(Control::isSeenByTrails).count();
    if (records.size() < RECORDS) {
      throw new IllegalStateException(records.size() + " records, " + RECORDS + " were expected");
    }
  }

  /** One text. */
  @Benchmark
  public FilterPattern parse() {
    return FilterPattern.of(text);
  }

  /** One parsed text against the control, with all that is known of its records. */
  @Benchmark
  public Coverage decide() {
    return decider.decide(required, List.of(pattern));
  }

  /** One record that is parsed already. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int matchRecords() {
    int hits = 0;
    for (JsonNode node : records) {
      hits += pattern.matches(node) ? 1 : 0;
    }
    return hits;
  }

  /** One parsed record put to the texts of all controls, as backtests do it. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int matchAllControls() {
    int hits = 0;
    for (ObjectNode node : records) {
      all.look(node);
      for (int i = 0; i < controls; i++) {
        hits += all.matches(i) ? 1 : 0;
      }
    }
    return hits;
  }

  /** One record as a line of text. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int matchLines() {
    int hits = 0;
    for (String line : lines) {
      hits += pattern.matches(line) ? 1 : 0;
    }
    return hits;
  }

  /** One line read, and nothing asked of it. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int readLines() throws JsonProcessingException {
    int members = 0;
    for (String line : lines) {
      members += JSON.readTree(line).size();
    }
    return members;
  }
}

package dev.tocsin.cli.listing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin benchmarks}: the authorities whose wording an account can be held to. */
@Command(
    name = "benchmarks",
    description = "Lists what --benchmark takes, and how many controls each has.",
    footer = {"", "Example:", "  tocsin benchmarks"})
public final class BenchmarksCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private FormatOption format = FormatOption.table();

  /** The command, writing there. */
  public BenchmarksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ControlCatalog catalog = ControlCatalog.load();
    ArrayNode list = Json.object().putArray("benchmarks");
    for (Benchmark benchmark : Benchmark.values()) {
      long controls = catalog.controls().stream().filter(c -> c.isIn(benchmark)).count();
      boolean isDefault = benchmark == Benchmark.DEFAULT;
      list.addObject()
          .put("id", benchmark.id())
          .put("controls", controls)
          .put("default", isDefault);
      if (format.on(terminal) == Format.TABLE) {
        String line = "%-14s  %2d controls%s";
        terminal
            .out()
            .println(line.formatted(benchmark.id(), controls, isDefault ? "  (default)" : ""));
      }
    }
    if (format.on(terminal) == Format.JSON) {
      terminal.out().println(Json.pretty(list));
    }
    return ExitCode.GOOD;
  }
}

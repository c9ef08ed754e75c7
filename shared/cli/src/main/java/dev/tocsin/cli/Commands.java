package dev.tocsin.cli;

import dev.tocsin.cli.account.DoctorCommand;
import dev.tocsin.cli.account.DrillCommand;
import dev.tocsin.cli.account.EvaluateCommand;
import dev.tocsin.cli.account.RemediateCommand;
import dev.tocsin.cli.account.SnapshotCommand;
import dev.tocsin.cli.backtest.BacktestCommand;
import dev.tocsin.cli.history.DiffCommand;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.listing.BenchmarksCommand;
import dev.tocsin.cli.listing.ControlsCommand;
import dev.tocsin.cli.manual.ManCommand;
import dev.tocsin.cli.pattern.CheckCommand;
import dev.tocsin.cli.pattern.CoversCommand;
import dev.tocsin.cli.pattern.ExplainCommand;
import dev.tocsin.cli.pattern.MatchCommand;
import dev.tocsin.cli.repository.NewRuleCommand;
import dev.tocsin.cli.repository.RenderCommand;
import dev.tocsin.drill.Pace;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Every command by its name, in the order {@code --help} lists them. */
final class Commands {

  private Commands() {}

  /** How each is made: a run needs one, and picocli takes its time to look at it. */
  static Map<String, Supplier<Object>> all(Terminal terminal) {
    Clock clock = Clock.systemUTC();
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("evaluate", () -> new EvaluateCommand(terminal));
    all.put("remediate", () -> new RemediateCommand(terminal));
    all.put("check", () -> new CheckCommand(terminal, clock));
    all.put("covers", () -> new CoversCommand(terminal));
    all.put("explain", () -> new ExplainCommand(terminal, clock));
    all.put("match", () -> new MatchCommand(terminal));
    all.put("backtest", () -> new BacktestCommand(terminal, Pace.of(clock)));
    all.put("drill", () -> new DrillCommand(terminal, Pace.of(clock)));
    all.put("diff", () -> new DiffCommand(terminal));
    all.put("snapshot", () -> new SnapshotCommand(terminal));
    all.put("doctor", () -> new DoctorCommand(terminal));
    all.put("controls", () -> new ControlsCommand(terminal));
    all.put("benchmarks", () -> new BenchmarksCommand(terminal));
    all.put("man", () -> new ManCommand(terminal));
    all.put("render", () -> new RenderCommand(terminal));
    all.put("new-rule", () -> new NewRuleCommand(terminal));
    return all;
  }
}

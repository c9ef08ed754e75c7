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
import java.util.List;

/** Every command, in the order {@code --help} lists them. */
final class Commands {

  private Commands() {}

  static List<Object> all(Terminal terminal) {
    Clock clock = Clock.systemUTC();
    Pace pace = Pace.of(clock);
    return List.of(
        new EvaluateCommand(terminal),
        new RemediateCommand(terminal),
        new CheckCommand(terminal, clock),
        new CoversCommand(terminal),
        new ExplainCommand(terminal, clock),
        new MatchCommand(terminal),
        new BacktestCommand(terminal, pace),
        new DrillCommand(terminal, pace),
        new DiffCommand(terminal),
        new SnapshotCommand(terminal),
        new DoctorCommand(terminal),
        new ControlsCommand(terminal),
        new BenchmarksCommand(terminal),
        new ManCommand(terminal),
        new RenderCommand(terminal),
        new NewRuleCommand(terminal));
  }
}

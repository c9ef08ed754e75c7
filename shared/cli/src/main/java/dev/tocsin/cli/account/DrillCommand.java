package dev.tocsin.cli.account;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.control.Controls;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.YesOrNo;
import dev.tocsin.drill.DrillJson;
import dev.tocsin.drill.DrillPlan;
import dev.tocsin.drill.DrillPlanner;
import dev.tocsin.drill.DrillReport;
import dev.tocsin.drill.Pace;
import dev.tocsin.drill.Step;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Extent;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin drill}: one marked record through a chain that is in use. */
@Command(
    name = "drill",
    description = {
      "Is a person told? Sends one clearly marked record through a control's chain and times it.",
      "Writes to the account, and asks first. A trail is read, not drilled."
    },
    footer = {
      "",
      "Example:",
      "  tocsin drill --control cloudtrail-configuration-changes",
      "",
      "Exit code 0 if a topic was seen to deliver and no link is broken, else 1; 3 if a call failed."
    })
public final class DrillCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Pace pace;

  @Mixin private LiveOptions live;

  @Mixin
  private RuleOptions rule = new RuleOptions(Parameter.BENCHMARK, Parameter.ACCEPT_EVENT_BRIDGE);

  @Mixin private FormatOption format = FormatOption.table();

  @Option(
      names = "--control",
      paramLabel = "ID",
      required = true,
      description = "The control whose chain is drilled.")
  private String control;

  @Option(
      names = "--alarm-only",
      description = "Set the alarm to ALARM instead; nothing is written to the log group.")
  private boolean alarmOnly;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  /** The command, writing there, waiting at that pace. */
  public DrillCommand(Terminal terminal, Pace pace) {
    this.terminal = terminal;
    this.pace = pace;
  }

  @Override
  public Integer call() {
    ControlCatalog catalog = ControlCatalog.load();
    RuleParameters parameters = rule.parameters(catalog);
    Control drilled = Controls.find(catalog, control);
    rule.noteOthers(List.of(drilled), terminal);
    LiveAccount account = live.account();
    Snapshot snapshot =
        TimeLimit.start()
            .meet(
                "reading the account",
                () -> account.read(Extent.of(List.of(drilled), parameters), terminal));
    DrillPlan plan =
        new DrillPlanner(new ControlJudge(catalog)).plan(drilled, parameters, snapshot, pace.now());
    plan = alarmOnly ? plan.alarmOnly() : plan;
    boolean json = format.on(terminal) == Format.JSON;
    if (!json) {
      terminal.out().println(DrillText.plan(plan));
    }
    if (!plan.deeds().isEmpty() && !(yes || YesOrNo.ask(terminal, question(plan)))) {
      if (json) {
        terminal.out().println(Json.pretty(DrillJson.of(plan)));
      }
      return ExitCode.NOT_GOOD;
    }
    DrillReport report = account.drill(plan, pace, json ? step -> {} : this::print);
    terminal
        .out()
        .println(json ? Json.pretty(DrillJson.of(report)) : "\n" + DrillText.result(report));
    return report.good() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
  }

  private void print(Step step) {
    terminal.out().println(DrillText.step(step));
    terminal.out().flush();
  }

  private static String question(DrillPlan plan) {
    return "drill the chain of `%s` in account %s".formatted(plan.control(), plan.account());
  }
}

package dev.tocsin.cli.account;

import dev.tocsin.aws.PlanCarrier;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlanJson;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.YesOrNo;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.Extent;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.remediation.Means;
import dev.tocsin.remediation.Planner;
import dev.tocsin.remediation.UndoPlanner;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin remediate}: the calls that add what is missing, shown or made. */
@Command(
    name = "remediate",
    description = {
      "Adds what keeps controls from holding, and nothing else. Shows the plan and asks first.",
      "Looks again just before each call, and stops if the account is no longer as planned for."
    },
    footer = {
      "",
      "Example:",
      "  tocsin remediate --plan --notification-email security@example.com \\",
      "      --snapshot shared/examples/accounts/broken-links.json"
    })
public final class RemediateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private JudgedOptions judged;

  @Mixin
  private RuleOptions rule =
      new RuleOptions(
          Parameter.BENCHMARK,
          Parameter.EXEMPT,
          Parameter.ACCEPT_EVENT_BRIDGE,
          Parameter.ACCEPTED_ACTIONS,
          Parameter.ACCEPTED_WATCHERS,
          Parameter.MAX_EVENTS_TO_ALARM);

  @Mixin private FormatOption format = FormatOption.table();

  @Option(
      names = "--notification-topic-arn",
      paramLabel = "ARN",
      description = "The topic that new alarms notify.")
  private String topicArn;

  @Option(
      names = "--notification-email",
      paramLabel = "ADDRESS",
      description = "Who is subscribed to the topic tocsin-alarms, if no topic is given.")
  private String email;

  @Option(
      names = "--trail-bucket",
      paramLabel = "NAME",
      description =
          "A bucket that lets CloudTrail write; where there is no multi-Region trail, one is made.")
  private String trailBucket;

  @Option(
      names = "--plan",
      description = "Print the calls, as commands that can be pasted, and stop.")
  private boolean planOnly;

  @Option(
      names = "--undo",
      description = "Take away what remediation made, for the controls named or for all.")
  private boolean undo;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  /** The command, writing there. */
  public RemediateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (judged.source().isFile() && !planOnly) {
      throw new InputProblem(
          "a snapshot cannot be changed. Fix: add --plan, or leave out --snapshot");
    }
    Plan plan = undo ? withoutOurs() : repair();
    terminal
        .out()
        .println(
            format.on(terminal) == Format.JSON
                ? Json.pretty(PlanJson.of(plan))
                : PlanReport.text(plan, judged.source().awsCliOptions()));
    if (plan.calls().isEmpty()) {
      return plan.byHand().isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }
    if (planOnly || !(yes || YesOrNo.ask(terminal, question(plan)))) {
      return ExitCode.NOT_GOOD;
    }
    judged.source().live().carryOut(plan, terminal.err()::println);
    return ExitCode.GOOD;
  }

  private static String question(Plan plan) {
    int calls = plan.calls().size();
    return "make %s in account %s"
        .formatted(calls == 1 ? "this call" : "these " + calls + " calls", plan.account());
  }

  private Plan repair() {
    ControlCatalog catalog = ControlCatalog.load();
    AccountJudge judge = new AccountJudge(catalog, Clock.systemUTC());
    RuleParameters parameters = rule.parameters(judge.catalog());
    List<Control> named = judged.named(judge.catalog());
    rule.noteOthers(named, terminal);
    List<Control> controls = named.isEmpty() ? judge.controls(parameters.benchmark()) : named;
    Snapshot snapshot =
        judged
            .source()
            .snapshotForRepair(Extent.of(controls, parameters), Optional.ofNullable(topicArn));
    List<Evaluation> evaluations =
        judge.judgeSideBySide(snapshot, controls, parameters, Confirmation.NOT_ASKED).evaluations();
    Means means =
        new Means(
            Optional.ofNullable(topicArn),
            Optional.ofNullable(email),
            Optional.empty(),
            Optional.ofNullable(trailBucket),
            Optional.empty());
    Plan plan =
        new Planner(new ControlJudge(catalog)).plan(snapshot, evaluations, parameters, means);
    return judged.source().isFile() ? plan : judged.source().live().settle(plan).plan();
  }

  /** The ids of the controls that are named; of all, whatever the benchmark, where none is. */
  private Set<String> undone(ControlCatalog catalog) {
    List<Control> named = judged.named(catalog);
    return named.isEmpty()
        ? Set.copyOf(catalog.ids())
        : named.stream().map(Control::id).collect(Collectors.toSet());
  }

  private Plan withoutOurs() {
    UndoPlanner planner = new UndoPlanner(undone(ControlCatalog.load()));
    Snapshot snapshot = judged.source().snapshotForRepair(Extent.WHOLE, Optional.empty());
    Plan plan = planner.plan(snapshot, Set.of());
    if (judged.source().isFile()) {
      return plan;
    }
    // What carries no tag is somebody else's, and so is what it uses.
    LiveAccount live = judged.source().live();
    PlanCarrier.Settled first = live.settle(plan);
    return first.kept().isEmpty()
        ? first.plan()
        : live.settle(planner.plan(snapshot, first.kept())).plan();
  }
}

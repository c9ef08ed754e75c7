package dev.tocsin.cli.account;

import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Deployment;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.Notification;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.remedy.Remediable;
import dev.tocsin.chain.remedy.RemediationPlan;
import dev.tocsin.chain.remedy.RemediationPlanner;
import dev.tocsin.chain.remedy.UndoPlanner;
import dev.tocsin.cli.control.RuleOptions;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Format;
import dev.tocsin.cli.io.FormatOption;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Json;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.YesOrNo;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.Extent;
import dev.tocsin.evaluation.Parameter;
import dev.tocsin.evaluation.RuleParameters;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin remediate}: the calls that add what is missing, shown or made. */
@Command(
    name = "remediate",
    description = {
      "Adds what keeps controls from holding, and nothing else. Shows the plan and asks first.",
      "Makes the calls with the AWS CLI, so that what is shown is what is run."
    },
    footer = {
      "",
      "Example:",
      "  tocsin remediate --plan --snapshot shared/examples/accounts/broken-links.json"
          + " --notification-email security@example.com"
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
      names = "--plan",
      description = "Print the calls, as commands that can be pasted, and stop.")
  private boolean planOnly;

  @Option(names = "--undo", description = "Take away what remediation made.")
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
    RemediationPlan plan = plan();
    terminal
        .out()
        .println(
            format.on(terminal) == Format.JSON
                ? Json.pretty(PlanReport.json(plan))
                : PlanReport.text(plan));
    if (plan.calls().isEmpty()) {
      return plan.byHand().isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }
    if (planOnly
        || !(yes || YesOrNo.ask(terminal, "make these " + plan.calls().size() + " calls"))) {
      return ExitCode.NOT_GOOD;
    }
    AwsCli aws = new AwsCli(judged.source().awsCliOptions());
    for (PlannedCall call : plan.calls()) {
      aws.run(call);
      terminal.err().println("done: " + call.service() + ":" + call.operation());
    }
    return ExitCode.GOOD;
  }

  private RemediationPlan plan() {
    if (undo) {
      return new UndoPlanner().plan(judged.source().snapshot(Extent.WHOLE));
    }
    RuleParameters parameters = rule.parameters();
    AccountJudge judge = new AccountJudge(ControlCatalog.load(), Clock.systemUTC());
    List<Control> named = judged.named(judge.catalog());
    List<Control> controls = named.isEmpty() ? judge.controls(rule.benchmark()) : named;
    Snapshot snapshot = judged.source().snapshot(Extent.of(controls, parameters));
    List<Remediable> remediable =
        judge
            .judge(snapshot, controls.parallelStream(), parameters, Confirmation.NOT_ASKED)
            .evaluations()
            .stream()
            .map(evaluation -> remediable(evaluation, parameters.benchmark()))
            .toList();
    return new RemediationPlanner()
        .plan(
            snapshot,
            remediable,
            new Notification(Optional.ofNullable(topicArn), Optional.ofNullable(email)));
  }

  private static Remediable remediable(Evaluation evaluation, Benchmark benchmark) {
    Control control = evaluation.control();
    return new Remediable(
        control.id(),
        control.title(),
        control.deployable(benchmark),
        control.deployment(benchmark) instanceof Deployment.EventRule rule
            ? Optional.of(rule.eventPattern())
            : Optional.empty(),
        evaluation.verdict());
  }
}

package dev.tocsin.cli;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.Delivery;
import dev.tocsin.chain.remedy.Notification;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.remedy.Remediable;
import dev.tocsin.chain.remedy.RemediationPlan;
import dev.tocsin.chain.remedy.RemediationPlanner;
import dev.tocsin.chain.remedy.UndoPlanner;
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
final class RemediateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private Judged judged;

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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private Format format;

  RemediateCommand(Terminal terminal) {
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
            format == Format.JSON ? Json.pretty(PlanReport.json(plan)) : PlanReport.text(plan));
    if (plan.calls().isEmpty()) {
      return plan.byHand().isEmpty() ? ExitCode.GOOD : ExitCode.NOT_GOOD;
    }
    if (planOnly
        || !(yes || Question.yes(terminal, "make these " + plan.calls().size() + " calls"))) {
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
      return new UndoPlanner().plan(judged.snapshot());
    }
    EvaluationReport report = judged.report();
    List<Remediable> controls = report.evaluations().stream().map(this::remediable).toList();
    return new RemediationPlanner()
        .plan(
            report.snapshot(),
            controls,
            new Notification(Optional.ofNullable(topicArn), Optional.ofNullable(email)));
  }

  private Remediable remediable(Evaluation evaluation) {
    Control control = evaluation.control();
    return new Remediable(
        control.id(),
        control.title(),
        control.deployable(judged.benchmark()),
        control.delivery() == Delivery.EVENTBRIDGE
            ? control.eventPattern().map(Object::toString)
            : Optional.empty(),
        evaluation.verdict());
  }
}

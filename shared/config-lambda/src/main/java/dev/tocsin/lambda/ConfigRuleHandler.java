package dev.tocsin.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.aws.AccountEvaluation;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.AwsConfirmation;
import dev.tocsin.aws.ConfigRules;
import dev.tocsin.aws.EvaluationReporter;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Deadline;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Evaluates an account for one rule. AWS Lambda makes one instance and calls it for every rule, one
 * after the other.
 */
public final class ConfigRuleHandler implements RequestStreamHandler {
  // PutEvaluations with its retries, and the log line.
  private static final int RESERVE_MILLIS = 20_000;
  // The failure of PutEvaluations, on its way to the log.
  private static final int LAST_MILLIS = 1_000;

  private final AwsClients clients;
  private final Consumer<String> log;
  private final Clock clock;
  private final ControlCatalog catalog = ControlCatalog.load();
  private final ControlJudge judge = new ControlJudge(catalog);
  private final AccountMonitoring monitoring;

  /** The function as AWS Lambda starts it. */
  public ConfigRuleHandler() {
    this(AwsClients.fromEnvironment(), Clock.systemUTC(), System.out::println);
  }

  ConfigRuleHandler(AwsClients clients, Clock clock, Consumer<String> log) {
    this.clients = clients;
    this.log = log;
    this.clock = clock;
    this.monitoring = new AccountMonitoring(clients, clock);
  }

  /**
   * Answers an event of AWS Config, or a {@link PlanRequest}, with a JSON text; see {@link
   * #answer}.
   */
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String answer = answer(RuleEvent.read(in), context);
    out.write(JsonTexts.write(TextNode.valueOf(answer)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Judges the account and reports the verdict to AWS Config; or answers a {@link PlanRequest}, and
   * reports nothing.
   *
   * @return the compliance type, or the plan's JSON
   * @throws BadInvocation if the rule or its event is not one that can be judged
   * @throws dev.tocsin.aws.AccountReadException if the account cannot be read; nothing is reported
   * @throws dev.tocsin.evaluation.OutOfTime if the account cannot be read and judged in the time
   *     that is left; nothing is reported. Or if AWS Config does not take the evaluation in it
   * @throws dev.tocsin.aws.ReportException if AWS Config does not take the evaluation
   */
  String answer(RuleEvent event, Context context) {
    return PlanRequest.isOne(event) ? plan(event, context) : evaluate(event, context);
  }

  private String plan(RuleEvent event, Context context) {
    String function = context.getInvokedFunctionArn();
    PlanRequest request = PlanRequest.of(event, function);
    Deadline deadline = before(context, RESERVE_MILLIS);
    RuleQuestion question =
        deadline.meet(
            "reading the rules",
            () ->
                RuleQuestion.of(
                    RepairedRule.parameters(
                        event,
                        new ConfigRules(clients, request.region()).parametersJudgedBy(function)),
                    catalog));
    Extent extent = Extent.of(List.of(question.control()), question.parameters());
    Snapshot snapshot =
        deadline.meet(
            "reading the account for `" + question.control().id() + "`",
            () -> monitoring.snapshot(request, extent));
    return deadline.meet(
        "planning the repair of `" + question.control().id() + "`",
        () -> new PlanAnswer(judge).of(question, snapshot, request));
  }

  private String evaluate(RuleEvent event, Context context) {
    RuleInvocation invocation = RuleInvocation.of(event, context.getInvokedFunctionArn());
    RuleQuestion question = RuleQuestion.of(event, catalog);
    Deadline deadline = before(context, RESERVE_MILLIS);
    Extent extent = Extent.of(List.of(question.control()), question.parameters());
    Snapshot snapshot =
        deadline.meet(
            "reading the account for `" + question.control().id() + "`",
            () -> monitoring.snapshot(invocation, extent));
    Evaluation evaluation = evaluate(invocation, question, snapshot, deadline);
    Basis basis = Basis.of(snapshot, question.parameters(), clock.instant());
    log.accept(VerdictLog.line(invocation, basis, evaluation));
    return report(invocation, evaluation.verdict(), context);
  }

  private String report(RuleInvocation invocation, Verdict verdict, Context context) {
    String complianceType = verdict.complianceType().name();
    AccountEvaluation evaluation =
        new AccountEvaluation(
            invocation.account(), complianceType, Annotation.of(verdict), invocation.createdAt());
    EvaluationReporter reporter = new EvaluationReporter(clients, invocation.region());
    return before(context, LAST_MILLIS)
        .meet(
            "`config:PutEvaluations`",
            () -> {
              reporter.report(evaluation, invocation.resultToken());
              return complianceType;
            });
  }

  /**
   * The time by which something must have ended, so that what comes after it is done before AWS
   * Lambda ends the function without a word; of a short invocation a third of the time is kept.
   */
  private static Deadline before(Context context, int reserveMillis) {
    int remaining = context.getRemainingTimeInMillis();
    return Deadline.in(
        Duration.ofMillis(remaining - Math.min(reserveMillis, remaining / 3)),
        "raise the timeout of the function");
  }

  private Evaluation evaluate(
      RuleInvocation invocation, RuleQuestion question, Snapshot snapshot, Deadline deadline) {
    AwsConfirmation aws = new AwsConfirmation(clients, invocation.region());
    Verdict verdict =
        deadline.meet(
            "judging `" + question.control().id() + "`",
            () -> judge.judge(question.control(), question.parameters(), snapshot, aws::confirm));
    return new Evaluation(question.control(), verdict);
  }
}

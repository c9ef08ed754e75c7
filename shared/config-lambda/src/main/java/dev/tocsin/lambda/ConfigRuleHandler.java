package dev.tocsin.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ConfigEvent;
import dev.tocsin.aws.AccountEvaluation;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.AwsConfirmation;
import dev.tocsin.aws.EvaluationReporter;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.catalog.Delivery;
import dev.tocsin.chain.eventbridge.ServiceEventJudge;
import dev.tocsin.chain.judge.ChainJudge;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import dev.tocsin.filterpattern.Requirement;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Evaluates an account for one rule. AWS Lambda makes one instance and calls it for every rule, one
 * after the other.
 */
public final class ConfigRuleHandler implements RequestHandler<ConfigEvent, String> {
  private final AwsClients clients;
  private final Consumer<String> log;
  private final ControlCatalog catalog = ControlCatalog.load();
  private final ChainJudge chains = new ChainJudge();
  private final ServiceEventJudge serviceEvents = new ServiceEventJudge();
  private final AccountMonitoring monitoring;

  /** The function as AWS Lambda starts it. */
  public ConfigRuleHandler() {
    this(AwsClients.fromEnvironment(), Clock.systemUTC(), System.out::println);
  }

  ConfigRuleHandler(AwsClients clients, Clock clock, Consumer<String> log) {
    this.clients = clients;
    this.log = log;
    this.monitoring = new AccountMonitoring(clients, clock);
  }

  /**
   * Judges the account and reports the verdict to AWS Config.
   *
   * @return the compliance type
   * @throws BadInvocation if the rule or its event is not one that can be judged
   * @throws dev.tocsin.aws.AccountReadException if the account cannot be read; nothing is reported
   * @throws dev.tocsin.aws.ReportException if AWS Config does not take the evaluation
   */
  @Override
  public String handleRequest(ConfigEvent event, Context context) {
    RuleInvocation invocation = RuleInvocation.of(event, context.getInvokedFunctionArn());
    RuleParameters parameters = RuleParameters.parse(event.getRuleParameters(), catalog);
    Verdict verdict = judge(invocation, parameters);
    log.accept(VerdictLog.line(invocation, parameters, verdict));
    new EvaluationReporter(clients, invocation.region())
        .report(
            new AccountEvaluation(
                invocation.account(),
                verdict.complianceType(),
                Annotation.of(verdict),
                invocation.createdAt()),
            invocation.resultToken());
    return verdict.complianceType().name();
  }

  private Verdict judge(RuleInvocation invocation, RuleParameters parameters) {
    Snapshot snapshot = monitoring.snapshot(invocation, parameters);
    Requirement requirement =
        parameters
            .control()
            .requirement(parameters.benchmark(), parameters.exempt(), invocation.account());
    JudgeOptions options =
        new JudgeOptions(
            AccountMonitoring.acceptsEventRules(parameters),
            parameters.acceptedActions(),
            parameters.maxEventsToAlarm(),
            parameters.monitoringAccount(),
            snapshot.takenAt());
    if (parameters.control().delivery() == Delivery.EVENTBRIDGE) {
      return serviceEvents.judge(snapshot, requirement, options);
    }
    Verdict verdict = chains.judge(snapshot, requirement, options);
    if (!parameters.confirmOnAws()) {
      return verdict;
    }
    AwsConfirmation aws = new AwsConfirmation(clients, invocation.region());
    return new Confirmation(aws).confirm(verdict, requirement, snapshot);
  }
}

package dev.tocsin.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.PlanCarrier;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.RuleParameters;
import dev.tocsin.remediation.Means;
import dev.tocsin.remediation.Planner;
import dev.tocsin.remediation.UndoPlanner;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Both ways to carry a plan out on the emulator, the documents' and the command line's. */
final class RepairHands implements AutoCloseable {
  static final ControlCatalog CATALOG = ControlCatalog.load();

  /** The role of the stack that the documents hand to CloudTrail. */
  static final String DELIVERY_ROLE = "arn:aws:iam::123456789012:role/tocsin-DeliveryRole-1A2B3C";

  private static final ControlJudge JUDGE = new ControlJudge();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AwsEmulator aws;
  private final AwsClients clients;
  private Documents documents;

  RepairHands(AwsEmulator aws) {
    this.aws = aws;
    this.clients = EmulatorClients.of(aws);
  }

  /**
   * The outputs of a document; {@code failed} alone if it failed. Python reads AWS's service models
   * for a while, so one process serves all.
   */
  JsonNode run(String document, Map<String, String> parameters) {
    if (documents == null) {
      documents =
          new Documents(
              aws, Events.REGION, new ConfigRuleHandler(clients, Clock.systemUTC(), line -> {}));
    }
    return documents.run(document, parameters);
  }

  /** Carries out what the command line plans for a control. */
  void runCommandLine(String control, RuleParameters parameters, Means means) {
    carryOut(settled(control, parameters, means));
  }

  /** What {@code tocsin remediate --undo} would do: what carries no tag is somebody else's. */
  Plan undoing() {
    UndoPlanner planner = new UndoPlanner(Set.copyOf(CATALOG.ids()));
    Snapshot snapshot = snapshot(Optional.empty());
    PlanCarrier carrier = new PlanCarrier(clients);
    Set<String> kept = carrier.settle(planner.plan(snapshot, Set.of())).kept();
    return carrier.settle(planner.plan(snapshot, kept)).plan();
  }

  /** Makes the calls of a plan. */
  void carryOut(Plan plan) {
    aws.forgetRequests();
    new PlanCarrier(clients).carryOut(plan, progress -> {});
  }

  /** The plan for a control without the calls that are made already. */
  Plan settled(String control, RuleParameters parameters, Means means) {
    Snapshot snapshot = snapshot(means.topicArn());
    Evaluation evaluation = evaluation(control, parameters, snapshot);
    Plan plan = new Planner(JUDGE).plan(snapshot, List.of(evaluation), parameters, means);
    return new PlanCarrier(clients).settle(plan).plan();
  }

  /** The verdict on the account as it is. */
  Verdict verdict(String control, RuleParameters parameters) {
    return evaluation(control, parameters, snapshot(Optional.empty())).verdict();
  }

  /** The calls since the last {@code forgetRequests} that may change something. */
  List<RecordedCall> writes() {
    return aws.requests().stream()
        .filter(call -> !call.operation().matches("(Describe|Get|List).*"))
        .toList();
  }

  /** A call as both SDKs send it: one writes whole numbers with a decimal point. */
  static Object request(RecordedCall call) {
    try {
      String parameters = call.parameters().toString().replaceAll("\\.0(?=[,}\\]])", "");
      return List.of(call.name(), call.region(), JSON.readValue(parameters, Map.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Evaluation evaluation(String id, RuleParameters parameters, Snapshot snapshot) {
    Control control = CATALOG.find(id).orElseThrow();
    return new Evaluation(
        control, JUDGE.judge(control, parameters, snapshot, Confirmation.NOT_ASKED));
  }

  private Snapshot snapshot(Optional<String> topicArn) {
    return new AccountReader(clients, Clock.systemUTC())
        .read(
            SnapshotRequest.of(AwsEmulator.ACCOUNT_ID, Events.REGION)
                .withEventRules()
                .forRepair(topicArn));
  }

  @Override
  public void close() {
    if (documents != null) {
      documents.close();
    }
    clients.close();
  }
}

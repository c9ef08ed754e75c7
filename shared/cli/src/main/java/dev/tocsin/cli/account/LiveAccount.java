package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.AwsConfirmation;
import dev.tocsin.aws.Diagnosis;
import dev.tocsin.aws.PlanCarrier;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Ticker;
import dev.tocsin.drill.Drill;
import dev.tocsin.drill.DrillPlan;
import dev.tocsin.drill.DrillReport;
import dev.tocsin.drill.Pace;
import dev.tocsin.drill.Step;
import dev.tocsin.evaluation.Extent;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Asks AWS about an account. With {@link MemberAccounts} the only class here that loads the AWS
 * SDK.
 */
record LiveAccount(Optional<URI> endpoint, Optional<String> profile, Optional<String> region) {

  /** The one that the environment leads to. */
  static final LiveAccount UNNAMED =
      new LiveAccount(Optional.empty(), Optional.empty(), Optional.empty());

  AwsClients clients() {
    return AwsClients.of(endpoint, profile, region);
  }

  /** The account at this moment; a terminal is told how far it is. */
  Snapshot read(Extent extent, Terminal terminal) {
    try (AwsClients clients = clients()) {
      String from = endpoint.map(URI::toString).orElse("AWS");
      return Ticker.during(
          terminal,
          () -> "reading the account from %s: %,d calls".formatted(from, clients.calls()),
          () -> read(clients, extent, UnaryOperator.identity()));
    }
  }

  /** The same with what a repair could write to. */
  Snapshot readForRepair(Extent extent, Optional<String> topicArn) {
    try (AwsClients clients = clients()) {
      return read(clients, extent, request -> request.forRepair(topicArn));
    }
  }

  private static Snapshot read(
      AwsClients clients, Extent extent, UnaryOperator<SnapshotRequest> more) {
    SnapshotRequest own = more.apply(SnapshotRequest.of(clients.account(), clients.region()));
    SnapshotRequest wanted = own.with(extent.eventRules(), extent.subscriptionFilters());
    return new AccountReader(clients, Clock.systemUTC())
        .read(extent.monitoringAccount().map(wanted::monitoredBy).orElse(wanted));
  }

  /** What is missing for it to be read. */
  List<Diagnosis.Check> diagnose() {
    try (AwsClients clients = clients()) {
      return Diagnosis.of(clients);
    }
  }

  /** Reads other accounts, starting from this one's credentials. */
  MemberAccounts members(String roleName, Extent extent) {
    return new MemberAccounts(clients(), roleName, extent);
  }

  /** A plan as it stands against the account; nothing is changed. */
  PlanCarrier.Settled settle(Plan plan) {
    try (AwsClients clients = clients()) {
      return new PlanCarrier(clients).settle(plan);
    }
  }

  /** Makes a plan's calls, in its account only. */
  void carryOut(Plan plan, Consumer<String> progress) {
    try (AwsClients clients = clients()) {
      new PlanCarrier(clients).carryOut(plan, progress);
    }
  }

  /** Carries a drill out, in its plan's account only. */
  DrillReport drill(DrillPlan plan, Pace pace, Consumer<Step> progress) {
    try (AwsClients clients = clients()) {
      return new Drill(clients, pace).run(plan, progress);
    }
  }

  /** Why AWS could not be asked about a missed event; empty iff it agrees. */
  Optional<String> confirm(String required, List<String> deployed, ObjectNode missedEvent) {
    try (AwsClients clients = clients()) {
      return new AwsConfirmation(clients, clients.region())
          .confirm(required, deployed, missedEvent);
    }
  }
}

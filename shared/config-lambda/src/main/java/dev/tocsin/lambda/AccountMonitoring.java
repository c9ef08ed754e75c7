package dev.tocsin.lambda;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.SnapshotReader;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.catalog.Delivery;
import dev.tocsin.chain.model.Snapshot;
import java.time.Clock;

/** The monitoring a rule is judged on: that of its account, or of the account that watches it. */
final class AccountMonitoring {
  private final AwsClients clients;
  private final Clock clock;
  private final SnapshotCache cache;

  AccountMonitoring(AwsClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
    this.cache = new SnapshotCache(clock);
  }

  /** The snapshot for an invocation, shared with the rules that fire at the same time. */
  Snapshot snapshot(RuleInvocation invocation, RuleParameters parameters) {
    SnapshotRequest own = SnapshotRequest.of(invocation.account(), invocation.region());
    SnapshotRequest wanted = acceptsEventRules(parameters) ? own.withEventRules() : own;
    SnapshotRequest request =
        parameters.monitoringAccount().map(wanted::monitoredBy).orElse(wanted);
    return cache.get(request, invocation.createdAt(), () -> read(request));
  }

  /** Events that never reach a trail can be seen by EventBridge rules only. */
  static boolean acceptsEventRules(RuleParameters parameters) {
    return parameters.acceptEventBridge()
        || parameters.control().delivery() == Delivery.EVENTBRIDGE;
  }

  private Snapshot read(SnapshotRequest request) {
    if (request.owner().equals(request.account())) {
      return new SnapshotReader(clients, clock).read(request);
    }
    try (AwsClients monitoring = clients.inMonitoringAccount(request.owner())) {
      return new SnapshotReader(monitoring, clock).read(request);
    }
  }
}

package dev.tocsin.lambda;

import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.evaluation.Extent;
import java.time.Clock;

/** The monitoring a rule is judged on: that of its account, or of the account that watches it. */
final class AccountMonitoring {
  private final AccountReader reader;
  private final SnapshotCache cache;

  AccountMonitoring(AwsClients clients, Clock clock) {
    this.reader = new AccountReader(clients, clock);
    this.cache = new SnapshotCache(clock);
  }

  /** The snapshot for an invocation, shared with the rules that fire at the same time. */
  Snapshot snapshot(RuleInvocation invocation, Extent extent) {
    SnapshotRequest own = SnapshotRequest.of(invocation.account(), invocation.region());
    SnapshotRequest wanted = own.with(extent.eventRules(), extent.subscriptionFilters());
    SnapshotRequest request = extent.monitoringAccount().map(wanted::monitoredBy).orElse(wanted);
    return cache.get(request, invocation.createdAt(), () -> reader.read(request));
  }

  /** The snapshot for a plan, read now; what a repair could write to is in it. */
  Snapshot snapshot(PlanRequest asked, Extent extent) {
    SnapshotRequest own =
        SnapshotRequest.of(asked.account(), asked.region()).forRepair(asked.means().topicArn());
    return reader.read(own.with(extent.eventRules(), extent.subscriptionFilters()));
  }
}

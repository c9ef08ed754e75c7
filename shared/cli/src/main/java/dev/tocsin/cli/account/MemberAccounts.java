package dev.tocsin.cli.account;

import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.account.ManyOptions.Member;
import dev.tocsin.evaluation.Extent;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads accounts in a role of each. Where one account monitors them all, that one is read once a
 * Region, and every account is answered from there.
 */
final class MemberAccounts implements AutoCloseable {
  private final AwsClients clients;
  private final String roleName;
  private final Extent extent;
  private final Map<String, Snapshot> monitoring = new ConcurrentHashMap<>();

  MemberAccounts(AwsClients clients, String roleName, Extent extent) {
    this.clients = clients;
    this.roleName = roleName;
    this.extent = extent;
  }

  /** The account as its member of an organization is judged; called from several threads. */
  Snapshot read(Member member) {
    String region = member.region().orElseGet(clients::region);
    SnapshotRequest own = SnapshotRequest.of(member.account(), region);
    SnapshotRequest request = extent.eventRules() ? own.withEventRules() : own;
    if (extent.monitoringAccount().isPresent()) {
      SnapshotRequest watched = request.monitoredBy(extent.monitoringAccount().get());
      return renamed(
          monitoring.computeIfAbsent(
              region, name -> new AccountReader(clients, Clock.systemUTC()).read(watched)),
          member.account());
    }
    try (AwsClients inRole = clients.inRole(member.account(), roleName)) {
      return new AccountReader(inRole, Clock.systemUTC()).read(request);
    }
  }

  /** What the monitoring account has, for another of those that it monitors. */
  private static Snapshot renamed(Snapshot snapshot, String account) {
    return new Snapshot(
        account,
        snapshot.region(),
        snapshot.takenAt(),
        snapshot.trails(),
        snapshot.enabledRegions(),
        snapshot.regions());
  }

  @Override
  public void close() {
    clients.close();
  }
}

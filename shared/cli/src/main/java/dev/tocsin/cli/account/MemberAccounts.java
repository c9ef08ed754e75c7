package dev.tocsin.cli.account;

import dev.tocsin.aws.AccountReadException;
import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.OrganizationReader;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.cli.account.ManyOptions.Member;
import dev.tocsin.evaluation.Extent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads accounts in a role of each, that of the credentials with them. Where one account monitors
 * them all, that one is read once a Region, and every account is answered from there. Called from
 * several threads.
 */
final class MemberAccounts implements AutoCloseable {
  private final AwsClients clients;
  private final String roleName;
  private final Extent extent;
  private final Map<String, Snapshot> monitoring = new ConcurrentHashMap<>();
  private final Map<String, Watchers> watchers = new ConcurrentHashMap<>();
  private final Map<String, String> caller = new ConcurrentHashMap<>();

  MemberAccounts(AwsClients clients, String roleName, Extent extent) {
    this.clients = clients;
    this.roleName = roleName;
    this.extent = extent;
  }

  /**
   * What an account that receives an organization's records has, for one of its members.
   *
   * @param account the account that receives them
   * @param snapshot its monitoring, under the member's number
   */
  record Watched(String account, Snapshot snapshot) {}

  /** Those that could be read, or why nothing is known. */
  private record Watchers(List<Watched> read, Optional<AccountReadException> problem) {}

  /** The active accounts of the organization. */
  List<String> organization() {
    return new OrganizationReader(clients).accounts();
  }

  /** The account as its member of an organization is judged. */
  Snapshot read(Member member) {
    String region = region(member);
    SnapshotRequest request = request(member.account(), region);
    if (extent.monitoringAccount().isPresent()) {
      SnapshotRequest watched = request.monitoredBy(extent.monitoringAccount().get());
      return renamed(
          monitoring.computeIfAbsent(
              region, name -> new AccountReader(clients, Clock.systemUTC()).read(watched)),
          member.account());
    }
    return read(request);
  }

  /**
   * The same account as those see it to which the organization's trails deliver, others than
   * itself. Each is read once a Region; one that cannot be is left out, its own line says why.
   */
  List<Watched> watched(Member member) {
    Watchers there = watchers.computeIfAbsent(region(member), this::readWatchers);
    there
        .problem()
        .ifPresent(
            problem -> {
              throw problem;
            });
    return there.read().stream()
        .filter(watched -> !watched.account().equals(member.account()))
        .map(
            watched ->
                new Watched(watched.account(), renamed(watched.snapshot(), member.account())))
        .toList();
  }

  private Watchers readWatchers(String region) {
    try {
      List<Watched> read = new ArrayList<>();
      for (String account : new OrganizationReader(clients).watchers(region)) {
        readIfPossible(account, region).ifPresent(read::add);
      }
      return new Watchers(read, Optional.empty());
    } catch (AccountReadException problem) {
      return new Watchers(List.of(), Optional.of(problem));
    }
  }

  private Optional<Watched> readIfPossible(String account, String region) {
    try {
      return Optional.of(new Watched(account, read(request(account, region))));
    } catch (AccountReadException unread) {
      return Optional.empty();
    }
  }

  private Snapshot read(SnapshotRequest request) {
    if (caller.computeIfAbsent("", any -> clients.account()).equals(request.account())) {
      return new AccountReader(clients, Clock.systemUTC()).read(request);
    }
    try (AwsClients inRole = clients.inRole(request.account(), roleName)) {
      return new AccountReader(inRole, Clock.systemUTC()).read(request);
    }
  }

  private String region(Member member) {
    return member.region().orElseGet(clients::region);
  }

  private SnapshotRequest request(String account, String region) {
    SnapshotRequest own = SnapshotRequest.of(account, region);
    return own.with(extent.eventRules(), extent.subscriptionFilters());
  }

  /** What the monitoring account has, for another of those that it monitors. */
  private static Snapshot renamed(Snapshot snapshot, String account) {
    return new Snapshot(
        account,
        snapshot.region(),
        snapshot.takenAt(),
        snapshot.trails(),
        snapshot.enabledRegions(),
        snapshot.regions(),
        snapshot.roles(),
        snapshot.policies());
  }

  @Override
  public void close() {
    clients.close();
  }
}

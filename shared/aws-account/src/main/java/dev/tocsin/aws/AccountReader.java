package dev.tocsin.aws;

import dev.tocsin.chain.model.Snapshot;
import java.time.Clock;

/** Reads the monitoring that a request asks for, in the account that owns it. */
public final class AccountReader {
  private final AwsClients clients;
  private final Clock clock;

  /** A reader with the account and settings of these clients. */
  public AccountReader(AwsClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * The account at this moment; where another account monitors it, that one, read in its role
   * {@code tocsin-monitoring-reader}.
   *
   * @throws AccountReadException if any read fails, or the role may not be assumed
   */
  public Snapshot read(SnapshotRequest request) {
    if (request.owner().equals(request.account())) {
      return new SnapshotReader(clients, clock).read(request);
    }
    try (AwsClients monitoring = clients.inMonitoringAccount(request.owner())) {
      return new SnapshotReader(monitoring, clock).read(request);
    }
  }
}

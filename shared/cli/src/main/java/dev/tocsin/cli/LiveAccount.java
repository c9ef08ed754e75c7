package dev.tocsin.cli;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.SnapshotReader;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Reads an account from AWS. The only class here that loads the AWS SDK. */
final class LiveAccount {

  private LiveAccount() {}

  static Snapshot read(
      Optional<URI> endpoint,
      Optional<String> profile,
      Optional<String> region,
      boolean withEventRules) {
    try (AwsClients clients = AwsClients.of(endpoint, profile, region)) {
      SnapshotRequest request = SnapshotRequest.of(clients.account(), clients.region());
      return new SnapshotReader(clients, Clock.systemUTC())
          .read(withEventRules ? request.withEventRules() : request);
    }
  }
}

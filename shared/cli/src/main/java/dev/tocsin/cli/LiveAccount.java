package dev.tocsin.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.AwsConfirmation;
import dev.tocsin.aws.SnapshotReader;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Asks AWS about an account. The only class here that loads the AWS SDK. */
record LiveAccount(Optional<URI> endpoint, Optional<String> profile, Optional<String> region) {

  Snapshot read(boolean withEventRules) {
    try (AwsClients clients = AwsClients.of(endpoint, profile, region)) {
      SnapshotRequest request = SnapshotRequest.of(clients.account(), clients.region());
      return new SnapshotReader(clients, Clock.systemUTC())
          .read(withEventRules ? request.withEventRules() : request);
    }
  }

  /** Why AWS could not be asked about a missed event; empty iff it agrees. */
  Optional<String> confirm(String required, List<String> deployed, ObjectNode missedEvent) {
    try (AwsClients clients = AwsClients.of(endpoint, profile, region)) {
      return new AwsConfirmation(clients, clients.region())
          .confirm(required, deployed, missedEvent);
    }
  }
}

package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.AwsConfirmation;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.evaluation.Extent;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Asks AWS about an account. The only class here that loads the AWS SDK. */
record LiveAccount(Optional<URI> endpoint, Optional<String> profile, Optional<String> region) {

  Snapshot read(Extent extent) {
    try (AwsClients clients = AwsClients.of(endpoint, profile, region)) {
      SnapshotRequest own = SnapshotRequest.of(clients.account(), clients.region());
      SnapshotRequest wanted = extent.eventRules() ? own.withEventRules() : own;
      return new AccountReader(clients, Clock.systemUTC())
          .read(extent.monitoringAccount().map(wanted::monitoredBy).orElse(wanted));
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

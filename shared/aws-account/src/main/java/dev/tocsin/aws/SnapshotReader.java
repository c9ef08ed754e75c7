package dev.tocsin.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import java.time.Clock;

/**
 * Reads an account's monitoring of API activity: its trails, the log groups they deliver to with
 * their metric filters, the alarms, and the topics and keys behind them.
 *
 * <p>Reads all pages of everything, makes each call at most once, and makes calls that do not
 * depend on each other at the same time. Cost: {@code 3 + 2 trails + 2 log groups + 2 Regions + 2
 * topics} calls and one a confirmed subscription, one more for each further page, key, mute rule
 * and policy that masks, rewrites or sends elsewhere what a log group holds.
 */
public final class SnapshotReader {
  private final AwsClients clients;
  private final Clock clock;

  /** A reader with the account and settings of these clients. */
  public SnapshotReader(AwsClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * The account at this moment.
   *
   * @throws AccountReadException if any read fails; then nothing is known about the account
   */
  public Snapshot read(SnapshotRequest request) {
    try (SideBySide sideBySide = new SideBySide()) {
      ObjectNode snapshot =
          SdkJson.NODES
              .objectNode()
              .put("account", request.account())
              .put("region", request.region())
              .put("takenAt", clock.instant().toString());
      new SnapshotReading(clients, request, sideBySide).fill(snapshot);
      return SnapshotJson.read(snapshot, "AWS");
    } catch (BadSnapshot malformed) {
      throw AccountReadException.contradictory(malformed);
    }
  }
}

package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import java.io.IOException;
import java.nio.file.Path;

/** The shipped example accounts. */
final class Accounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Accounts() {}

  /** An account as its file has it, free to be changed. */
  static ObjectNode json(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts", name + ".json");
    return (ObjectNode) JSON.readTree(file.toFile());
  }

  static Snapshot read(ObjectNode account) throws BadSnapshot {
    return SnapshotJson.read(account, "account");
  }
}

package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Which service has an operation that filters leave out by its name alone. */
final class Operations {

  private static final Map<String, JsonNode> BY_NAME = read();

  private Operations() {}

  private static Map<String, JsonNode> read() {
    Map<String, JsonNode> operations = new HashMap<>();
    for (JsonNode line : PlausibleData.lines("operations")) {
      line.get("eventNames").forEach(name -> operations.put(name.textValue(), line));
    }
    return Map.copyOf(operations);
  }

  /** Makes the record one of the service that has its operation; what another was asked is left. */
  static void place(ObjectNode record) {
    JsonNode known = BY_NAME.get(record.path("eventName").asText());
    if (known == null || known.get("eventSource").equals(record.get("eventSource"))) {
      return;
    }
    record.set("eventSource", known.get("eventSource"));
    if (known.has("awsRegion")) {
      record.set("awsRegion", known.get("awsRegion"));
    }
    record.putNull("requestParameters");
    record.remove("resources");
  }
}

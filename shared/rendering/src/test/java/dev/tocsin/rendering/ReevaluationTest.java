package dev.tocsin.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every call that the catalogue knows to blind a chain has the rules evaluated, or says why not.
 */
class ReevaluationTest {

  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final Path INVENTORY = ROOT.resolve("shared/control-catalog/inventory");

  @Test
  void everyCallThatAControlAsksForIsWatchedOrLeavesTheChainAsItIs() throws IOException {
    List<String> unrelated = new ArrayList<>();
    Reevaluation.calls()
        .path("leaveEveryChainAsItIs")
        .forEach(entry -> entry.path("calls").forEach(call -> unrelated.add(call.asText())));
    for (Reevaluation.Service service : Reevaluation.services()) {
      List<String> required = new ArrayList<>();
      inventory()
          .get(service.eventSource())
          .path("required")
          .fieldNames()
          .forEachRemaining(required::add);
      required.removeAll(unrelated);
      assertThat(service.calls()).as(service.name()).containsAll(required).doesNotHaveDuplicates();
      assertThat(service.calls()).as(service.name()).isSubsetOf(known(service.eventSource()));
    }
  }

  /** Every operation that changes something, required or judged silent. */
  private static List<String> known(String eventSource) throws IOException {
    JsonNode service = inventory().get(eventSource);
    List<String> known = new ArrayList<>();
    service.path("required").fieldNames().forEachRemaining(known::add);
    service
        .path("silent")
        .forEach(entry -> entry.path("operations").forEach(call -> known.add(call.asText())));
    return known;
  }

  private static Map<String, JsonNode> inventory() throws IOException {
    Map<String, JsonNode> bySource = new TreeMap<>();
    for (File file : INVENTORY.toFile().listFiles()) {
      JsonNode service = new ObjectMapper().readTree(file);
      bySource.put(service.path("eventSource").asText(), service);
    }
    return bySource;
  }
}

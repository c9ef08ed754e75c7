package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code cases/*.json}. */
final class CaseFiles {
  private CaseFiles() {}

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> FILES =
      List.of(
          "pattern",
          "trail",
          "log-group",
          "data-protection",
          "subscription-filter",
          "metric",
          "alarm",
          "moment",
          "math",
          "delivery",
          "event-bridge",
          "event-keys",
          "organization",
          "doubt",
          "absence",
          "variations",
          "scale");

  static ObjectNode base() {
    return (ObjectNode) read("base.json");
  }

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (String file : FILES) {
      read(file + ".json").forEach(node -> cases.add(new Case(file, (ObjectNode) node)));
    }
    return cases;
  }

  static JsonNode read(String name) {
    try (InputStream in = CaseFiles.class.getResourceAsStream("/cases/" + name)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

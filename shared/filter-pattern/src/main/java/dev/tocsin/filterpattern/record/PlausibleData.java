package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.json.JsonTree;

/** The lines of {@code plausible.json}, each with the source of what it says. */
final class PlausibleData {

  private static final String FILE = "plausible.json";
  private static final JsonNode DATA = JsonTree.resource(PlausibleData.class, FILE);

  private PlausibleData() {}

  static Iterable<JsonNode> lines(String section) {
    return DATA.get(section);
  }
}

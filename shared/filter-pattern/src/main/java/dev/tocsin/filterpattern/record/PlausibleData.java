package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The lines of {@code plausible.json}, each with the source of what it says. */
final class PlausibleData {

  private static final String FILE = "plausible.json";
  private static final JsonNode DATA = read();

  private PlausibleData() {}

  private static JsonNode read() {
    try (InputStream in = PlausibleData.class.getResourceAsStream(FILE)) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + FILE + "` from the class path", e);
    }
  }

  static Iterable<JsonNode> lines(String section) {
    return DATA.get(section);
  }
}

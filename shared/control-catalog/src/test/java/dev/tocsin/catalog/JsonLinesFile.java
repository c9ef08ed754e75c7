package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Test data with one JSON object a line. */
final class JsonLinesFile {

  private JsonLinesFile() {}

  static List<JsonNode> read(String resource) {
    try (InputStream in = JsonLinesFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(RuleFiles::parsed)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + resource + "`", e);
    }
  }
}

package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Test data in JSON, mostly with one object a line. */
final class JsonLinesFile {

  private JsonLinesFile() {}

  static List<JsonNode> read(String resource) {
    return text(resource).lines().filter(line -> !line.isBlank()).map(RuleFiles::parsed).toList();
  }

  /** The one object that a file holds. */
  static JsonNode whole(String resource) {
    return RuleFiles.parsed(text(resource));
  }

  private static String text(String resource) {
    try (InputStream in = JsonLinesFile.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + resource + "`", e);
    }
  }
}

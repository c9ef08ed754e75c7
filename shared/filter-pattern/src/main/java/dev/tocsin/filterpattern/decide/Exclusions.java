package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import java.util.List;

/** Says for each deployed test which clause of it excluded a record. */
final class Exclusions {

  private Exclusions() {}

  static List<String> of(List<? extends EventTest> deployed, JsonNode record) {
    return deployed.stream().map(test -> of(test, record)).toList();
  }

  private static String of(EventTest test, JsonNode record) {
    return "`" + test.text() + "` does not match" + (record.isEmpty() ? " an empty record" : "");
  }
}

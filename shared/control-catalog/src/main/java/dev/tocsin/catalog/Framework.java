package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An authority that is no benchmark, and what it maps to controls: one file of {@code frameworks/}.
 *
 * @param id the name in {@code sections}
 * @param title the name people know it by
 * @param link where its text stands on the web
 * @param source who says that its numbers go with a control
 * @param read the day on which that was read, for example {@code 2026-11-27}
 * @param mapped for each control's id the framework's numbers
 */
public record Framework(
    String id,
    String title,
    String link,
    String source,
    String read,
    Map<String, List<String>> mapped) {

  public Framework {
    mapped = Map.copyOf(mapped);
  }

  static Framework read(String id, Fields file, Problems.Place place) {
    Map<String, List<String>> mapped = new LinkedHashMap<>();
    for (JsonNode node : file.elements("mapped")) {
      Fields group = new Fields(node, "mapped", place);
      List<String> numbers = group.texts("numbers");
      for (String control : group.texts("controls")) {
        if (mapped.put(control, numbers) != null) {
          place.add("each control once", "`" + control + "` twice", "join the two");
        }
      }
      group.rejectUnknownKeys();
    }
    Framework framework =
        new Framework(
            id,
            file.text("title"),
            file.text("link"),
            file.text("source"),
            file.text("read"),
            mapped);
    file.rejectUnknownKeys();
    return framework;
  }
}

package dev.tocsin.filterpattern.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What well-known fields of CloudTrail records hold, for records that readers believe. */
public final class RealisticValues {

  private static final Map<String, List<String>> VALUES = read();

  private RealisticValues() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> values = new HashMap<>();
    for (JsonNode line : PlausibleData.lines("values")) {
      List<String> texts = new ArrayList<>();
      line.get("values").forEach(text -> texts.add(text.textValue()));
      values.put("$." + line.get("field").textValue(), List.copyOf(texts));
    }
    return Map.copyOf(values);
  }

  /** Values seen at the path, the most common first; empty for most paths. */
  public static List<String> of(FieldPath path) {
    return VALUES.getOrDefault(path.toString(), List.of());
  }
}

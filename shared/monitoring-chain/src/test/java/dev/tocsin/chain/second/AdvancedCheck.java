package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An advanced event selector that asks for management events, and for little else. */
final class AdvancedCheck {
  private final List<JsonNode> excluded = new ArrayList<>();
  private boolean management;
  private boolean understood = true;
  private boolean reads = true;
  private boolean writes = true;

  AdvancedCheck(JsonNode selector) {
    selector.path("FieldSelectors").forEach(this::read);
  }

  private void read(JsonNode field) {
    int lists = 0;
    for (String list : List.of("StartsWith", "EndsWith", "NotStartsWith", "NotEndsWith")) {
      lists += field.path(list).size();
    }
    String name = field.path("Field").asText();
    JsonNode equal = field.path("Equals");
    JsonNode not = field.path("NotEquals");
    if (lists > 0) {
      understood = false;
    } else if (name.equals("eventCategory") && not.isEmpty()) {
      management = true;
      understood &= equal.toString().contains("\"Management\"");
    } else if (name.equals("readOnly")) {
      reads &= (equal.isEmpty() || equal.toString().contains("\"true\"")) && !has(not, "true");
      writes &= (equal.isEmpty() || equal.toString().contains("\"false\"")) && !has(not, "false");
    } else if (name.equals("eventSource") && equal.isEmpty()) {
      not.forEach(excluded::add);
    } else {
      understood = false;
    }
  }

  private static boolean has(JsonNode list, String value) {
    return list.toString().contains("\"" + value + "\"");
  }

  boolean isUnderstood() {
    return understood && management;
  }

  boolean reads() {
    return reads;
  }

  boolean writes() {
    return writes;
  }

  List<JsonNode> excluded() {
    return excluded;
  }
}

package dev.tocsin.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A control whose verdict differs between two runs.
 *
 * @param kind what became of it
 * @param control its id
 * @param came findings of the later run that the earlier one does not have
 * @param went findings of the earlier run that the later one does not have
 * @param things names of what made the chain before, and of what is broken now
 */
record Change(
    Kind kind, String control, List<JsonNode> came, List<JsonNode> went, Set<String> things) {

  /** In the order of a report. */
  enum Kind {
    BROKEN("became broken"),
    ALSO_BROKEN("is broken in other ways"),
    WHOLE("became whole"),
    ELSEWHERE("is decided elsewhere now"),
    ONLY_BEFORE("was judged before only"),
    ONLY_AFTER("was judged after only");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** The changes between two runs, by kind. */
  static List<Change> between(VerdictFile before, VerdictFile after) {
    List<Change> changes = new ArrayList<>();
    Set<String> controls = new LinkedHashSet<>(before.controls().keySet());
    controls.addAll(after.controls().keySet());
    for (String control : controls) {
      JsonNode was = before.controls().get(control);
      JsonNode is = after.controls().get(control);
      if (was == null || is == null) {
        Kind kind = was == null ? Kind.ONLY_AFTER : Kind.ONLY_BEFORE;
        changes.add(new Change(kind, control, List.of(), List.of(), Set.of()));
      } else if (!alike(was, is)) {
        changes.add(of(control, was, is));
      }
    }
    changes.sort((a, b) -> a.kind().compareTo(b.kind()));
    return changes;
  }

  private static Change of(String control, JsonNode was, JsonNode is) {
    Set<String> things = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> link : was.path("chain").properties()) {
      link.getValue().forEach(evidence -> things.add(evidence.path("subject").asText()));
    }
    is.path("findings").forEach(finding -> things.add(finding.path("subject").asText()));
    return new Change(kind(was, is), control, less(is, was), less(was, is), things);
  }

  private static Kind kind(JsonNode was, JsonNode is) {
    return switch (is.path("complianceType").asText()) {
      case "COMPLIANT" -> Kind.WHOLE;
      case "NOT_APPLICABLE" -> Kind.ELSEWHERE;
      default ->
          was.path("complianceType").asText().equals("NON_COMPLIANT")
              ? Kind.ALSO_BROKEN
              : Kind.BROKEN;
    };
  }

  private static boolean alike(JsonNode was, JsonNode is) {
    return was.path("complianceType").equals(is.path("complianceType"))
        && less(is, was).isEmpty()
        && less(was, is).isEmpty();
  }

  /** The findings of one that the other has not: a link, a thing and a problem make one. */
  private static List<JsonNode> less(JsonNode one, JsonNode other) {
    Set<String> known = new LinkedHashSet<>();
    other.path("findings").forEach(finding -> known.add(key(finding)));
    List<JsonNode> rest = new ArrayList<>();
    for (JsonNode finding : one.path("findings")) {
      if (!known.contains(key(finding))) {
        rest.add(finding);
      }
    }
    return rest;
  }

  private static String key(JsonNode finding) {
    return finding.path("link") + " " + finding.path("subject") + " " + finding.path("problem");
  }
}

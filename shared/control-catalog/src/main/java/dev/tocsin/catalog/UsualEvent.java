package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * An event that a normal account has without anything being wrong, out of {@code
 * usual-events.jsonl}.
 *
 * @param often how often
 * @param because what makes it, lower case, no final stop
 * @param event the record
 */
public record UsualEvent(Often often, String because, ObjectNode event) {

  private static final List<UsualEvent> ALL = read();

  /** All of them, the most frequent first. */
  public static List<UsualEvent> all() {
    return ALL;
  }

  /** Those that a test matches, the most frequent first. */
  public static List<UsualEvent> matchedBy(Predicate<JsonNode> test) {
    return ALL.stream().filter(usual -> test.test(usual.event())).toList();
  }

  /** What happened, for example {@code `PutRule` of `events.amazonaws.com`}. */
  public String inWords() {
    if (event.has("detail-type")) {
      return "`%s` of `%s`"
          .formatted(event.path("detail-type").asText(), event.path("source").asText());
    }
    String call =
        "`%s` of `%s`"
            .formatted(event.path("eventName").asText(), event.path("eventSource").asText());
    return event.has("errorCode")
        ? call + " with `" + event.path("errorCode").asText() + "`"
        : call;
  }

  private static List<UsualEvent> read() {
    List<UsualEvent> events = new ArrayList<>();
    for (JsonNode line : JsonTree.resourceLines(UsualEvent.class, "usual-events.jsonl")) {
      events.add(
          new UsualEvent(
              Often.of(line.path("often").asText()),
              line.path("because").asText(),
              (ObjectNode) line.get("event")));
    }
    return List.copyOf(events);
  }
}

package dev.tocsin.chain.judge.fit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** CloudTrail records in messages. */
public final class Events {
  private Events() {}

  private static final int NAMED = 3;

  /** True iff there are some, all of them plain names of events. */
  public static boolean areNames(List<String> alternatives) {
    return !alternatives.isEmpty()
        && alternatives.stream().allMatch(alternative -> alternative.matches("\\w+"));
  }

  /** Some names of events, and how many more there are. */
  public static String names(List<String> names) {
    String some = "`" + String.join("`, `", names.subList(0, Math.min(NAMED, names.size()))) + "`";
    return names.size() <= NAMED ? some : some + " and " + (names.size() - NAMED) + " more";
  }

  /** The event's name and source, for example {@code StopLogging of cloudtrail.amazonaws.com}. */
  public static String inWords(JsonNode event) {
    String source = event.path("eventSource").asText("");
    return "`"
        + event.path("eventName").asText("an event")
        + "`"
        + (source.isEmpty() ? "" : " of `" + source + "`");
  }
}

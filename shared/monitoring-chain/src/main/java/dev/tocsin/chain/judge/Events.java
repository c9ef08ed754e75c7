package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.JsonNode;

/** CloudTrail records in messages. */
final class Events {
  private Events() {}

  /** The event's name and source, for example {@code StopLogging of cloudtrail.amazonaws.com}. */
  static String inWords(JsonNode event) {
    String source = event.path("eventSource").asText("");
    return "`"
        + event.path("eventName").asText("an event")
        + "`"
        + (source.isEmpty() ? "" : " of `" + source + "`");
  }
}

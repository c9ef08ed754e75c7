package dev.tocsin.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.UnseenBy;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Words;
import java.util.List;

/** The event that nobody would hear of, beside the patterns that do not see it. */
final class MissedEvent {

  private MissedEvent() {}

  static Html of(Verdict verdict) {
    return verdict
        .missedEvent()
        .map(event -> section(event, verdict.unseenBy()))
        .orElse(Html.NOTHING);
  }

  private static Html section(ObjectNode event, List<UnseenBy> unseenBy) {
    Html record =
        Html.of(
            "div.half",
            Html.of("h5", "This event would pass unheard"),
            summary(event),
            Html.of(
                "details.raw",
                Html.of("summary", "the whole record"),
                Html.of("pre", Html.of("code", lines(event.toPrettyString())))));
    Html tests = Html.all(unseenBy.stream().map(MissedEvent::test).toList());
    return unseenBy.isEmpty()
        ? Html.of("div.halves", record)
        : Html.of("div.halves", record, Html.of("div.half", tests));
  }

  private static Html test(UnseenBy test) {
    return Html.all(
        Html.of(
            "h5",
            Html.text("The " + Words.of(test.link()) + " "),
            Html.of("code", test.subject()),
            Html.text(" does not see it")),
        PatternText.of(test),
        Html.of("p.why", Html.message(test.why().inWords())));
  }

  private static Html summary(ObjectNode event) {
    if (event.has("detail-type")) {
      return list("event", event.path("detail-type"), "source", event.path("source"));
    }
    JsonNode identity = event.path("userIdentity");
    JsonNode who = identity.has("arn") ? identity.path("arn") : identity.path("type");
    return list(
        "call",
        event.path("eventName"),
        "service",
        event.path("eventSource"),
        "Region",
        event.path("awsRegion"),
        "by",
        who);
  }

  private static Html list(Object... namesAndValues) {
    Html list = Html.NOTHING;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String value = ((JsonNode) namesAndValues[i + 1]).asText();
      if (!value.isEmpty()) {
        list =
            Html.all(
                list,
                Html.of("dt", (String) namesAndValues[i]),
                Html.of("dd", Html.of("code", value)));
      }
    }
    return Html.of("dl.facts", list);
  }

  /** A text of several lines, each escaped. */
  static Html lines(String text) {
    return Html.all(text.lines().map(line -> Html.all(Html.text(line), Html.ours("\n"))).toList());
  }
}

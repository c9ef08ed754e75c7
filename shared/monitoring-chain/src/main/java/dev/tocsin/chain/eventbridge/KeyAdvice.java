package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.filterpattern.eventbridge.KeyMismatch;

/** What is wrong with a key of a rule's pattern that keeps a required event out, and its mend. */
final class KeyAdvice {
  private KeyAdvice() {}

  static Fault on(KeyMismatch mismatch, JsonNode event) {
    String problem =
        "misses `%s` of `%s`: `%s` asks for `%s`, the event has %s"
            .formatted(
                event.path("eventName").asText(),
                event.path("eventSource").asText(),
                mismatch.key(),
                brief(mismatch.asked()),
                mismatch.found().isMissingNode() ? "none" : "`" + brief(mismatch.found()) + "`");
    return Fault.of(problem, fix(mismatch));
  }

  private static String fix(KeyMismatch mismatch) {
    if (mismatch.isLiteralAsterisk()) {
      return "leave `%s` out, or write `{\"wildcard\": \"*\"}`: `*` alone is plain text in an event pattern"
          .formatted(mismatch.key());
    }
    return switch (mismatch.field()) {
      case "source" ->
          "name source `%s`: a call comes with the source of the service that was called, not of CloudTrail"
              .formatted(mismatch.found().asText());
      case "detail-type" ->
          "name detail type `%s` too, with which such events come"
              .formatted(mismatch.found().asText());
      case "detail.readOnly" -> "leave `detail.readOnly` out: the control is about such events too";
      case "detail.eventName" ->
          "add `%s` to `detail.eventName`, or use the event pattern of the control's folder"
              .formatted(mismatch.found().asText());
      default ->
          "widen `%s`, or use the event pattern of the control's folder".formatted(mismatch.key());
    };
  }

  private static String brief(JsonNode json) {
    String text = json.isTextual() ? json.textValue() : json.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}

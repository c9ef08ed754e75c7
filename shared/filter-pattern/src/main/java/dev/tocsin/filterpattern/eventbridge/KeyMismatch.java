package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Exclusion;

/**
 * A key of an event pattern that an event does not match.
 *
 * @param key the path to it, dotted, for example {@code detail.eventName}
 * @param asked what the pattern has there, as JSON
 * @param found what the event has there; a missing node iff it has nothing
 */
public record KeyMismatch(String key, JsonNode asked, JsonNode found) {
  private static final int LONGEST = 80;

  /** True iff the pattern has a lone asterisk there, which is plain text to EventBridge. */
  public boolean isLiteralAsterisk() {
    for (JsonNode value : asked) {
      if (value.isTextual() && value.textValue().equals("*")) {
        return true;
      }
    }
    return false;
  }

  /** In words: {@code `source` asks for `["aws.s3"]`, and is `"aws.iam"`}. */
  Exclusion exclusion(String pattern) {
    String has = found.isMissingNode() ? "is missing" : "is `" + brief(found) + "`";
    return new Exclusion(
        pattern,
        "`%s` asks for `%s`".formatted(key, brief(asked)),
        "`%s` %s".formatted(key, has),
        true);
  }

  private static String brief(JsonNode json) {
    String text = json.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

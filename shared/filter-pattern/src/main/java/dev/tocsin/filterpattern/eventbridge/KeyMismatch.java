package dev.tocsin.filterpattern.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Exclusion;
import java.util.List;

/**
 * A key of an event pattern that an event does not match.
 *
 * @param path to it in the pattern; an alternative of {@code $or} is one step, {@code $or[0]} the
 *     first
 * @param asked what the pattern has there, as JSON
 * @param found what the event has there; a missing node iff it has nothing
 */
public record KeyMismatch(List<String> path, JsonNode asked, JsonNode found) {
  private static final int LONGEST = 80;
  private static final String OR = "$or";

  public KeyMismatch {
    path = List.copyOf(path);
  }

  /** The step of a path into an alternative of {@code $or}, counted from 0. */
  static String alternative(int position) {
    return OR + "[" + position + "]";
  }

  /** The path, dotted, for example {@code detail.eventName}. */
  public String key() {
    return String.join(".", path);
  }

  /** The path of the field in the event, dotted, in whatever alternative it is asked for. */
  public String field() {
    return String.join(".", inEvent());
  }

  /** The path of the field in the event. */
  List<String> inEvent() {
    return path.stream().filter(step -> !step.startsWith(OR + "[")).toList();
  }

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
    String literal = isLiteralAsterisk() ? ", where `*` alone is plain text" : "";
    return new Exclusion(
        pattern,
        "`%s` asks for `%s`%s".formatted(key(), brief(asked), literal),
        "`%s` %s".formatted(field(), has),
        true);
  }

  private static String brief(JsonNode json) {
    String text = json.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

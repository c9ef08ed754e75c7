package dev.tocsin.chain.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.filterpattern.eventbridge.KeyMismatch;
import java.util.List;
import java.util.Optional;

/** What is wrong with a key of a rule's pattern that keeps required events out, and its mend. */
public final class KeyAdvice {
  private static final String FOLDERS = "use the event pattern of the control's folder";
  private static final int NAMED = 8;
  private static final int LONGEST = 80;

  private KeyAdvice() {}

  /**
   * On the key that keeps an event out.
   *
   * @param events what is missed, in words
   * @param names of the events that the key keeps out, where it is one on names
   * @param isAlone whether no other key keeps the event out
   * @param mended the rule, edited so that all is seen; empty iff no such edit was found
   */
  public static Fault on(
      KeyMismatch mismatch,
      String events,
      List<String> names,
      boolean isAlone,
      Optional<MendedRule> mended) {
    String problem =
        "misses %s: `%s` asks for `%s`, the event has %s"
            .formatted(
                events,
                mismatch.key(),
                brief(mismatch.asked()),
                mismatch.found().isMissingNode() ? "none" : "`" + brief(mismatch.found()) + "`");
    Optional<String> words = words(mismatch, names).filter(one -> isAlone || mended.isPresent());
    String fix =
        mended
            .map(rule -> words.map(one -> one + "; ").orElse("") + rule.inWords())
            .or(() -> words.map(one -> one + orElse(mismatch)))
            .orElse(FOLDERS);
    return Fault.of(problem, fix);
  }

  /** Of a key whose edit may not be all that is needed. */
  private static String orElse(KeyMismatch mismatch) {
    return mismatch.field().equals("detail.eventName") && !mismatch.isLiteralAsterisk()
        ? ", or " + FOLDERS
        : "";
  }

  /** What to do about the key, where more can be said than that it has to be another. */
  private static Optional<String> words(KeyMismatch mismatch, List<String> names) {
    if (mismatch.isLiteralAsterisk() && mismatch.field().equals("detail.eventName")) {
      return Optional.of(
          "name the events in `%s`, or leave it out: `*` alone is plain text in an event pattern"
              .formatted(mismatch.key()));
    }
    if (mismatch.isLiteralAsterisk()) {
      return Optional.of(
          "leave `%s` out, or write `{\"wildcard\": \"*\"}`: `*` alone is plain text in an event pattern"
              .formatted(mismatch.key()));
    }
    String found = mismatch.found().asText();
    return switch (mismatch.field()) {
      case "source" ->
          Optional.of(
              "name source `%s`: a call comes with the source of the service that was called, not of CloudTrail"
                  .formatted(found));
      case "detail-type" ->
          Optional.of("name detail type `%s` too, with which such events come".formatted(found));
      case "detail.readOnly" ->
          Optional.of("leave `detail.readOnly` out: the control is about such events too");
      case "detail.eventName" ->
          Optional.of(
              "add "
                  + list(names.isEmpty() ? List.of(found) : names)
                  + " to `"
                  + mismatch.key()
                  + "`");
      default -> Optional.empty();
    };
  }

  private static String list(List<String> names) {
    String some = "`" + String.join("`, `", names.subList(0, Math.min(NAMED, names.size()))) + "`";
    return names.size() <= NAMED ? some : some + " and " + (names.size() - NAMED) + " more";
  }

  private static String brief(JsonNode json) {
    String text = json.isTextual() ? json.textValue() : json.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

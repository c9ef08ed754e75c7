package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.json.JsonTree;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.Optional;
import java.util.function.Predicate;

/** One pattern of any kind, made ready once for single log events. Immutable. */
public final class PatternMatcher {
  private final Pattern pattern;
  private final Predicate<String> messages;
  private final Optional<JsonMatcher> json;

  /** A matcher that reads {@code *} in values as told. */
  public PatternMatcher(Pattern pattern, WildcardReading reading) {
    this.pattern = pattern;
    this.json =
        pattern instanceof Pattern.Json shape
            ? Optional.of(new JsonMatcher(shape.expression(), reading))
            : Optional.empty();
    this.messages = messages(reading);
  }

  private Predicate<String> messages(WildcardReading reading) {
    if (json.isPresent()) {
      return message -> JsonText.read(message).filter(json.get()::matches).isPresent();
    }
    if (pattern instanceof Pattern.Terms terms) {
      return message -> matches(terms, message);
    }
    if (pattern instanceof Pattern.SpaceDelimited columns) {
      SpaceDelimitedMatcher matcher = new SpaceDelimitedMatcher(reading);
      return message -> matcher.matches(columns, message);
    }
    if (pattern instanceof Pattern.StandaloneRegex regex) {
      return new RegexMatcher(regex.regex().syntax())::find;
    }
    return message -> true; // Blank
  }

  /** True iff the pattern matches a log event of this raw text. */
  public boolean matches(String message) {
    return messages.test(message);
  }

  /** True iff the pattern matches a log event that is this JSON written without blanks. */
  public boolean matches(JsonNode event) {
    return json.isPresent() ? json.get().matches(event) : matches(JsonTree.text(event));
  }

  private static boolean matches(Pattern.Terms terms, String message) {
    boolean required = terms.all().stream().allMatch(message::contains);
    boolean excluded = terms.none().stream().anyMatch(message::contains);
    boolean optionalCounts = terms.all().isEmpty() && terms.none().isEmpty();
    return required
        && !excluded
        && (!optionalCounts || terms.anyOf().stream().anyMatch(message::contains));
  }
}

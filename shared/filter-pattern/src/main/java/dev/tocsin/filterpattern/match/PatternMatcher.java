package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Pattern;
import java.util.Optional;

/** Matches patterns of all five kinds against single log events. Immutable. */
public final class PatternMatcher {
  private final JsonMatcher json;
  private final SpaceDelimitedMatcher spaceDelimited;

  /** A matcher that reads {@code *} in values as told. */
  public PatternMatcher(WildcardReading reading) {
    ValueMatcher values = new ValueMatcher(reading);
    this.json = new JsonMatcher(values);
    this.spaceDelimited = new SpaceDelimitedMatcher(values);
  }

  /** True iff the pattern matches a log event of this raw text. */
  public boolean matches(Pattern pattern, String message) {
    if (pattern instanceof Pattern.Json jsonPattern) {
      Optional<JsonNode> event = JsonText.read(message);
      return event.isPresent() && json.matches(jsonPattern.expression(), event.get());
    }
    if (pattern instanceof Pattern.Terms terms) {
      return matches(terms, message);
    }
    if (pattern instanceof Pattern.SpaceDelimited columns) {
      return spaceDelimited.matches(columns, message);
    }
    if (pattern instanceof Pattern.StandaloneRegex regex) {
      return new RegexMatcher(regex.regex().syntax()).find(message);
    }
    return true; // Blank
  }

  /** True iff the pattern matches a log event that is this JSON written without blanks. */
  public boolean matches(Pattern pattern, JsonNode event) {
    if (pattern instanceof Pattern.Json jsonPattern) {
      return json.matches(jsonPattern.expression(), event);
    }
    return matches(pattern, JsonText.write(event));
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

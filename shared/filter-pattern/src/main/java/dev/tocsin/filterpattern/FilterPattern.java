package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.match.Mismatch;
import dev.tocsin.filterpattern.match.PatternMatcher;
import dev.tocsin.filterpattern.match.WildcardReading;
import dev.tocsin.filterpattern.normalise.PatternConditions;
import dev.tocsin.filterpattern.parse.PatternParser;
import dev.tocsin.filterpattern.syntax.Pattern;

/**
 * A CloudWatch Logs filter pattern that parses.
 *
 * @param text the text it was read from
 * @param syntax its parsed form
 */
public record FilterPattern(String text, Pattern syntax) implements Parsed, EventTest {

  /**
   * Reads a text of at most 1,024 characters; what AWS refuses comes back as a {@link
   * ParseProblem}.
   */
  public static Parsed parse(String text) {
    return PatternParser.parse(text);
  }

  /**
   * Reads a text that is known to be a pattern, such as one shipped in the repository.
   *
   * @throws IllegalArgumentException with the problem's message if it is not
   */
  public static FilterPattern of(String text) {
    Parsed parsed = parse(text);
    if (parsed instanceof ParseProblem problem) {
      throw new IllegalArgumentException("pattern `" + text + "` " + problem.message());
    }
    return (FilterPattern) parsed;
  }

  @Override
  public boolean matches(JsonNode event) {
    return matches(event, WildcardReading.LEFTMOST);
  }

  @Override
  public boolean matches(JsonNode event, WildcardReading reading) {
    return new PatternMatcher(reading).matches(syntax, event);
  }

  /** True iff CloudWatch Logs lets the pattern match a log event of this raw text. */
  public boolean matches(String message) {
    return matches(message, WildcardReading.LEFTMOST);
  }

  /** As {@link #matches(String)}, with {@code *} in values read in the given way. */
  public boolean matches(String message, WildcardReading reading) {
    return new PatternMatcher(reading).matches(syntax, message);
  }

  @Override
  public Exclusion exclusion(JsonNode event) {
    return Mismatch.of(syntax, text, event);
  }

  @Override
  public Condition condition() {
    return PatternConditions.of(syntax);
  }
}

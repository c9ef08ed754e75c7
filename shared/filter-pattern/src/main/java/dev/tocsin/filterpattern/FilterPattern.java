package dev.tocsin.filterpattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.match.Mismatch;
import dev.tocsin.filterpattern.match.PatternMatcher;
import dev.tocsin.filterpattern.normalise.PatternConditions;
import dev.tocsin.filterpattern.parse.PatternParser;
import dev.tocsin.filterpattern.parse.Refusal;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A CloudWatch Logs filter pattern. Immutable, equal if written alike and safe to share between
 * threads; what it means as a {@link #condition} is found out once, and it is made ready for
 * matching once, so one that is asked for many controls or records should be parsed once.
 */
public final class FilterPattern implements Parsed, EventTest {

  private static final Selector EVENT_NAME = Selector.of("eventName");

  private final String text;
  private final Pattern syntax;
  private final Map<WildcardReading, PatternMatcher> matchers = new ConcurrentHashMap<>();
  private volatile Condition condition;

  private FilterPattern(String text, Pattern syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  /**
   * Reads a text of at most {@link PatternParser#MAX_LENGTH} characters; what AWS refuses comes
   * back as a {@link ParseProblem}.
   */
  public static Parsed parse(String text) {
    try {
      return new FilterPattern(text, PatternParser.parse(text));
    } catch (Refusal refusal) {
      return refusal.problem();
    }
  }

  /**
   * Reads a text that is known to be a pattern, such as one shipped in the repository.
   *
   * @throws IllegalArgumentException with the problem's message if it is not
   */
  public static FilterPattern of(String text) {
    Parsed parsed = parse(text);
    if (parsed instanceof ParseProblem problem) {
      throw new IllegalArgumentException("pattern `" + Excerpt.of(text) + "` " + problem.message());
    }
    return (FilterPattern) parsed;
  }

  /**
   * A pattern that nobody wrote: its text is the syntax as {@link PatternPrinter} has it, which may
   * be longer than AWS would take.
   */
  public static FilterPattern of(Pattern syntax) {
    return new FilterPattern(PatternPrinter.print(syntax), syntax);
  }

  /** The pattern of this expression, as {@link #of(Pattern)}. */
  public static FilterPattern of(Expression expression) {
    return of(new Pattern.Json(expression));
  }

  @Override
  public String text() {
    return text;
  }

  /** Its parsed form. */
  public Pattern syntax() {
    return syntax;
  }

  /** The expression between the braces; empty iff this is not a JSON pattern. */
  public Optional<Expression> expression() {
    return syntax instanceof Pattern.Json json ? Optional.of(json.expression()) : Optional.empty();
  }

  /** The events that match both; empty iff one of them is not a JSON pattern. */
  public Optional<FilterPattern> and(FilterPattern other) {
    return expression()
        .flatMap(
            left -> other.expression().map(right -> of(new Expression.And(List.of(left, right)))));
  }

  /** The event names that the pattern asks for by {@code =}, in order; may hold {@code *}. */
  public Set<String> eventNames() {
    return eventNameClauses().keySet();
  }

  /** For each of the {@link #eventNames}, the first clause that asks for it. */
  public Map<String, Expression> eventNameClauses() {
    Map<String, Expression> clauses = new LinkedHashMap<>();
    expression().stream()
        .flatMap(Expression::leaves)
        .forEach(
            leaf -> {
              if (leaf instanceof Expression.Comparison comparison
                  && comparison.selector().equals(EVENT_NAME)
                  && comparison.operator() == Operator.EQUAL
                  && comparison.value() instanceof Value.Text name) {
                clauses.putIfAbsent(name.text(), comparison);
              }
            });
    return clauses;
  }

  @Override
  public boolean matches(JsonNode event) {
    return matches(event, WildcardReading.LEFTMOST);
  }

  @Override
  public boolean matches(JsonNode event, WildcardReading reading) {
    return matcher(reading).matches(event);
  }

  /** True iff CloudWatch Logs lets the pattern match a log event of this raw text. */
  public boolean matches(String message) {
    return matches(message, WildcardReading.LEFTMOST);
  }

  /** As {@link #matches(String)}, with {@code *} in values read in the given way. */
  public boolean matches(String message, WildcardReading reading) {
    return matcher(reading).matches(message);
  }

  private PatternMatcher matcher(WildcardReading reading) {
    return matchers.computeIfAbsent(reading, one -> new PatternMatcher(syntax, one));
  }

  @Override
  public Exclusion exclusion(JsonNode event) {
    return Mismatch.of(syntax, text, event);
  }

  @Override
  public Condition condition() {
    if (condition == null) {
      condition = PatternConditions.of(syntax);
    }
    return condition;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilterPattern that
        && text.equals(that.text)
        && syntax.equals(that.syntax);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "`" + text + "`";
  }
}

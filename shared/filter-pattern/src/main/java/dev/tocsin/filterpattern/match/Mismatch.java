package dev.tocsin.filterpattern.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.Exclusion;
import dev.tocsin.filterpattern.json.JsonTree;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which clause of a pattern an event does not fulfil. Precondition: it does not match. */
public final class Mismatch {

  private static final int LONGEST_VALUE = 80;

  private final String text;
  private final JsonNode event;

  private Mismatch(String text, JsonNode event) {
    this.text = text;
    this.event = event;
  }

  /**
   * The clause that excludes the event, and what the event has instead.
   *
   * @param text the pattern as deployed
   */
  public static Exclusion of(Pattern pattern, String text, JsonNode event) {
    Mismatch mismatch = new Mismatch(text, event);
    if (pattern instanceof Pattern.Json json) {
      return mismatch.expression(json.expression());
    }
    return pattern instanceof Pattern.Terms terms ? mismatch.terms(terms) : Exclusion.whole(text);
  }

  private Exclusion terms(Pattern.Terms terms) {
    String message = JsonTree.text(event);
    for (String term : terms.all()) {
      if (!message.contains(term)) {
        return new Exclusion(text, "the term `" + term + "` does not occur", "", true);
      }
    }
    for (String term : terms.none()) {
      if (message.contains(term)) {
        String clause = "the term `" + term + "` occurs, which `" + text + "` excludes";
        return new Exclusion(text, clause, "", true);
      }
    }
    String clause = "none of the terms `" + String.join("`, `", terms.anyOf()) + "` occurs";
    return new Exclusion(text, clause, "", false);
  }

  private Exclusion expression(Expression expression) {
    return expression.fold(this::firstFailing, this::alternatives, this::leaf);
  }

  private Exclusion leaf(Expression.Leaf leaf) {
    String clause = "`" + PatternPrinter.print(leaf) + "` fails";
    return new Exclusion(text, clause, found(leaf.selector()) + asWhat(leaf), true);
  }

  /** A boolean equals no word, not even its own. */
  private String asWhat(Expression.Leaf leaf) {
    Optional<JsonNode> node = JsonMatcher.first(leaf.selector().steps(), event);
    return leaf instanceof Expression.Comparison && node.isPresent() && node.get().isBoolean()
        ? ", a boolean, for which `IS %s` asks"
            .formatted(node.get().booleanValue() ? "TRUE" : "FALSE")
        : "";
  }

  private Exclusion firstFailing(Expression.And and) {
    return and.parts().stream()
        .filter(part -> !holds(part))
        .findFirst()
        .map(this::expression)
        .orElseThrow(() -> new IllegalArgumentException("the event matches " + text));
  }

  /** The alternative of which the most holds decides; several on one field are told together. */
  private Exclusion alternatives(Expression.Or or) {
    if (!or.parts().stream().allMatch(Expression.Leaf.class::isInstance)) {
      return expression(closest(or.parts()));
    }
    Set<Selector> selectors = new LinkedHashSet<>();
    or.leaves().map(Expression.Leaf::selector).forEach(selectors::add);
    String names =
        selectors.stream()
            .map(selector -> "`" + PatternPrinter.print(selector) + "`")
            .collect(Collectors.joining(", "));
    String clause = "none of the " + or.parts().size() + " alternatives on " + names + " holds";
    String found = selectors.stream().map(this::found).collect(Collectors.joining(", "));
    return new Exclusion(text, clause, found, false);
  }

  private Expression closest(List<Expression> alternatives) {
    Expression closest = alternatives.get(0);
    for (Expression alternative : alternatives) {
      if (held(alternative) > held(closest)) {
        closest = alternative;
      }
    }
    return closest;
  }

  /** How much of an alternative the event fulfils. */
  private int held(Expression expression) {
    if (expression instanceof Expression.And and) {
      return and.parts().stream().mapToInt(part -> holds(part) ? 1 : 0).sum();
    }
    return 0;
  }

  private boolean holds(Expression expression) {
    return new JsonMatcher(expression, WildcardReading.LEFTMOST).matches(event);
  }

  /** What stands at a selector, up to its wildcard if it has one. */
  private String found(Selector selector) {
    int wildcard = selector.steps().indexOf(new Selector.Step.Wildcard());
    Selector plain = wildcard < 0 ? selector : new Selector(selector.steps().subList(0, wildcard));
    String name = "`" + PatternPrinter.print(plain) + "`";
    Optional<JsonNode> node = JsonMatcher.first(plain.steps(), event);
    if (node.isEmpty()) {
      return name + " is missing";
    }
    String value = JsonTree.text(node.get());
    boolean isLong = value.length() > LONGEST_VALUE;
    return name + " is `" + (isLong ? value.substring(0, LONGEST_VALUE) + "…" : value) + "`";
  }
}

package dev.tocsin.chain.judge.fit;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a deployed pattern is meant for a control. A filter for root usage sees the root user
 * delete policies too, yet it is not the filter to repair when policy changes go unseen: a pattern
 * is meant for a control iff it names something that the required pattern names, or looks at the
 * raw text; a rule also where it names nothing of the record.
 */
public final class Relevance {
  /** Stands for any regular expression. */
  private static final String REGEX = "%";

  private final Set<String> required;

  /** For the control with this required pattern. */
  public Relevance(FilterPattern required) {
    this.required = texts(required);
  }

  /** For a filter's or a rule's pattern that sees some of what is required, though not all. */
  public boolean of(EventTest test) {
    if (test instanceof EventPattern pattern) {
      return ofRule(pattern.namedInDetail());
    }
    return !(test instanceof FilterPattern pattern)
        || pattern.expression().isEmpty()
        || isNamedIn(texts(pattern));
  }

  /** One that names nothing of the record is for no control in particular. */
  private boolean ofRule(Set<String> named) {
    return named.isEmpty() || isNamedIn(named);
  }

  private boolean isNamedIn(Set<String> deployed) {
    return deployed.contains(REGEX)
        || deployed.stream()
            .anyMatch(text -> required.stream().anyMatch(wanted -> meets(text, wanted)));
  }

  private static boolean meets(String deployed, String wanted) {
    return like(deployed, wanted) || like(wanted, deployed);
  }

  private static boolean like(String glob, String text) {
    if (glob.indexOf('*') < 0) {
      return glob.equals(text.replace("*", "")) && glob.chars().anyMatch(Character::isLetter);
    }
    String regex =
        Value.Text.quoted(glob).pieces().stream()
            .map(java.util.regex.Pattern::quote)
            .collect(Collectors.joining(".*"));
    return glob.chars().anyMatch(Character::isLetter) && text.replace("*", "").matches(regex);
  }

  private static Set<String> texts(FilterPattern pattern) {
    Set<String> texts = new LinkedHashSet<>();
    pattern.expression().stream()
        .flatMap(Expression::leaves)
        .forEach(leaf -> text(leaf).ifPresent(texts::add));
    return texts;
  }

  private static Optional<String> text(Expression.Leaf leaf) {
    if (!(leaf instanceof Expression.Comparison comparison)) {
      return Optional.empty();
    }
    if (comparison.value() instanceof Value.Text text) {
      return Optional.of(text.text());
    }
    return comparison.value() instanceof Value.Regex ? Optional.of(REGEX) : Optional.empty();
  }
}

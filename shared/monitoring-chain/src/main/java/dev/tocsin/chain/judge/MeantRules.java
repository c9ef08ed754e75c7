package dev.tocsin.chain.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.eventbridge.RuleTest;
import dev.tocsin.chain.judge.link.Candidate;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.eventbridge.EventPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules somebody made for a control, though they see nothing of it: those that ask for what
 * the control asks for besides its service, and those named like it.
 */
final class MeantRules {
  private static final Set<String> OF_EVERY_SERVICE = Set.of("eventSource", "eventType");
  private static final Set<String> OF_EVERY_CONTROL = Set.of("changes", "eventbridge");
  private static final int FEWEST = 2;

  private final Set<String> fields;
  private final List<String> words;

  MeantRules(Requirement requirement) {
    this.fields =
        requirement.required().expression().stream()
            .flatMap(Expression::leaves)
            .map(leaf -> PatternPrinter.print(leaf.selector()).substring("$.".length()))
            .filter(field -> !OF_EVERY_SERVICE.contains(field))
            .collect(Collectors.toSet());
    this.words =
        Stream.of(requirement.name().split("-", -1))
            .filter(word -> !OF_EVERY_CONTROL.contains(word))
            .toList();
  }

  /** Whether the candidate is such a rule, as far as one of the control's events tells. */
  boolean has(Candidate candidate, JsonNode event) {
    return candidate.test().orElseThrow() instanceof RuleTest rule
        && rule.pattern() instanceof EventPattern pattern
        && (pattern.asksForOneOf(fields, event) || isNamedAlike(candidate.subject()));
  }

  /** Whether all words of the control's name but one, and two at least, are in that of the rule. */
  private boolean isNamedAlike(String subject) {
    String name = subject.toLowerCase(Locale.ROOT);
    return words.stream().filter(name::contains).count() >= Math.max(FEWEST, words.size() - 1);
  }
}

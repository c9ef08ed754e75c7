package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Parsed;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.parse.PatternParser;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for the smallest change to one deployed pattern after which nothing is missed. */
final class Corrections {

  private static final int MAX_TRIED = 60;

  private final CoverageDecider decider;
  private final Requirement requirement;
  private final List<? extends EventTest> deployed;
  private final Removals removals;

  /** Precondition: the required pattern is a JSON pattern. */
  Corrections(
      CoverageDecider decider, Requirement requirement, List<? extends EventTest> deployed) {
    this.decider = decider;
    this.requirement = requirement;
    this.deployed = deployed;
    this.removals = new Removals(((Pattern.Json) requirement.required().syntax()).expression());
  }

  /**
   * The changed pattern, which together with the other deployed tests is decided to cover the
   * requirement; the required pattern itself if no change does, empty if that is too long.
   */
  Optional<String> shortest(List<Alternative> missed) {
    List<Expression> clauses = missed.stream().map(Alternative::clause).toList();
    Map<String, Integer> positions = new LinkedHashMap<>();
    Map<String, Integer> changes = new LinkedHashMap<>();
    for (int i = 0; i < deployed.size(); i++) {
      if (deployed.get(i) instanceof FilterPattern pattern
          && pattern.syntax() instanceof Pattern.Json json) {
        int length = PatternPrinter.print(json.expression()).length();
        for (Expression changed : candidates(json.expression(), clauses, missed)) {
          String text = "{ " + PatternPrinter.print(changed) + " }";
          positions.putIfAbsent(text, i);
          changes.putIfAbsent(text, Math.abs(text.length() - 4 - length));
        }
      }
    }
    List<String> tried =
        changes.keySet().stream()
            .filter(text -> text.length() <= PatternParser.MAX_LENGTH)
            .sorted(Comparator.comparing(changes::get))
            .limit(MAX_TRIED)
            .toList();
    for (String text : tried) {
      if (covers(text, positions.get(text))) {
        return Optional.of(text);
      }
    }
    String required = requirement.required().text();
    return covers(required, -1) ? Optional.of(required) : Optional.empty();
  }

  /** Precondition: the position is that of the pattern the text replaces, or -1. */
  private boolean covers(String text, int position) {
    Parsed parsed = FilterPattern.parse(text);
    if (!(parsed instanceof FilterPattern changed)) {
      return false;
    }
    List<EventTest> tests = new ArrayList<>(deployed);
    if (position < 0) {
      tests.add(changed);
    } else {
      tests.set(position, changed);
    }
    return decider.decide(requirement, tests) instanceof Coverage.Covered;
  }

  private List<Expression> candidates(
      Expression expression, List<Expression> clauses, List<Alternative> missed) {
    List<Expression> candidates = new ArrayList<>(removals.from(expression));
    for (Expression added : additions(expression, clauses)) {
      candidates.add(added);
      candidates.addAll(removals.from(added));
    }
    List<Expression> beside = new ArrayList<>();
    beside.add(expression);
    missed.forEach(
        alternative ->
            beside.add(
                ((Pattern.Json) alternative.requirement().required().syntax()).expression()));
    candidates.add(Expressions.or(beside));
    return candidates;
  }

  /** The expression with the clauses added to a disjunction in it, to each in turn. */
  private static List<Expression> additions(Expression expression, List<Expression> clauses) {
    List<Expression> results = new ArrayList<>();
    Set<Expression> longer = new LinkedHashSet<>();
    longer.addAll(expression instanceof Expression.Or or ? or.parts() : List.of(expression));
    longer.addAll(clauses);
    results.add(Expressions.or(List.copyOf(longer)));
    if (expression instanceof Expression.And and) {
      for (int i = 0; i < and.parts().size(); i++) {
        for (Expression changed : additions(and.parts().get(i), clauses)) {
          results.add(Expressions.and(Expressions.replaced(and.parts(), i, changed)));
        }
      }
    } else if (expression instanceof Expression.Or or) {
      for (int i = 0; i < or.parts().size(); i++) {
        if (or.parts().get(i) instanceof Expression.And part) {
          for (Expression changed : additions(part, clauses)) {
            results.add(Expressions.or(Expressions.replaced(or.parts(), i, changed)));
          }
        }
      }
    }
    return results;
  }
}

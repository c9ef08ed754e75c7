package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Divides a requirement into the kinds of event a reader thinks in. */
final class Alternatives {

  private Alternatives() {}

  /**
   * One alternative for each event name iff the required pattern is about the events it names only,
   * else one for each part that it joins with {@code ||}.
   */
  static List<Alternative> of(Requirement requirement, CoverageDecider decider) {
    if (!(requirement.required().syntax() instanceof Pattern.Json json)) {
      return List.of();
    }
    Expression required = json.expression();
    Map<String, Expression> names = requirement.required().eventNameClauses();
    List<Alternative> alternatives = new ArrayList<>();
    if (!names.isEmpty()) {
      EventTest named = FilterPattern.of(Expressions.or(List.copyOf(names.values())));
      if (decider.decide(requirement, List.of(named)) instanceof Coverage.Covered) {
        names.forEach((name, clause) -> add(alternatives, requirement, name, clause, decider));
        return alternatives;
      }
    }
    List<Expression> parts = required instanceof Expression.Or or ? or.parts() : List.of(required);
    for (Expression part : parts) {
      String name = "`" + PatternPrinter.print(part) + "`";
      alternatives.add(new Alternative(name, part, narrowed(requirement, part)));
    }
    return alternatives;
  }

  /** Leaves out a name that no required event has, for instance in another service's clause. */
  private static void add(
      List<Alternative> alternatives,
      Requirement requirement,
      String name,
      Expression clause,
      CoverageDecider decider) {
    Expression required = ((Pattern.Json) requirement.required().syntax()).expression();
    Requirement narrowed = narrowed(requirement, Expressions.and(List.of(required, clause)));
    if (!(decider.decide(narrowed, List.of()) instanceof Coverage.Vacuous)) {
      alternatives.add(new Alternative(name, clause, narrowed));
    }
  }

  private static Requirement narrowed(Requirement requirement, Expression required) {
    return new Requirement(
        requirement.name(),
        FilterPattern.of(required),
        requirement.facts(),
        requirement.exempt(),
        requirement.samples());
  }
}

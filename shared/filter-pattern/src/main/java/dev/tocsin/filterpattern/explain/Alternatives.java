package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Divides a requirement into the kinds of event a reader thinks in. */
final class Alternatives {

  private Alternatives() {}

  /**
   * One alternative for each event name iff the required pattern is about the events it names only,
   * else one for each part that it joins with {@code ||}, alone or beside conditions for all parts.
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
      if (decider.covers(requirement, List.of(named)) == Answer.COVERED) {
        names.forEach((name, clause) -> add(alternatives, requirement, name, clause, decider));
        return alternatives;
      }
    }
    for (Part part : divided(required)) {
      String name = "`" + PatternPrinter.print(part.clause) + "`";
      Requirement narrowed = narrowed(requirement, part.whole);
      Coverage unwatched = decider.decideOnly(narrowed, List.of());
      alternatives.add(new Alternative(name, part.clause, narrowed, example(unwatched)));
    }
    return alternatives;
  }

  /** A part of a required pattern: what tells it from the others, and all its conditions. */
  private record Part(Expression clause, Expression whole) {}

  /** At the {@code ||} of the pattern, or at the only one that it joins with conditions for all. */
  private static List<Part> divided(Expression required) {
    if (required instanceof Expression.Or or) {
      return or.parts().stream().map(part -> new Part(part, part)).toList();
    }
    List<Expression> conjuncts = Expressions.parts(required);
    List<Expression> choices =
        conjuncts.stream().filter(part -> part instanceof Expression.Or).toList();
    if (choices.size() != 1) {
      return List.of(new Part(required, required));
    }
    int at = conjuncts.indexOf(choices.get(0));
    return Expressions.parts(choices.get(0)).stream()
        .map(part -> new Part(part, Expressions.and(Expressions.replaced(conjuncts, at, part))))
        .toList();
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
    Coverage unwatched = decider.decideOnly(narrowed, List.of());
    if (!(unwatched instanceof Coverage.Covered)) {
      alternatives.add(new Alternative(name, clause, narrowed, example(unwatched)));
    }
  }

  /** What is missed where nothing is deployed. */
  private static Optional<ObjectNode> example(Coverage unwatched) {
    return unwatched instanceof Coverage.Missed some ? Optional.of(some.event()) : Optional.empty();
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

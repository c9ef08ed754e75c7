package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.syntax.Expression;
import java.util.List;

/**
 * Drops alternatives without which an expression matches the same events, decided for all records
 * of the service that the requirement is about.
 *
 * <p>Cost: one decision for each alternative that is an {@code &&} of several clauses.
 */
final class DeadParts {

  private final CoverageDecider decider;
  private final Requirement requirement;

  DeadParts(CoverageDecider decider, Requirement requirement) {
    this.decider = decider;
    this.requirement = requirement;
  }

  /** The expression without them. */
  Expression without(Expression expression) {
    if (!(expression instanceof Expression.Or or)) {
      return expression;
    }
    for (int i = or.parts().size() - 1; i >= 0; i--) {
      if (or.parts().get(i) instanceof Expression.And part) {
        Expression rest = Expressions.or(Expressions.without(or.parts(), i));
        if (implies(ofTheService(part), rest)) {
          return without(rest);
        }
      }
    }
    return or;
  }

  /** Names of events without a service are those of the only one that the requirement is about. */
  private Expression ofTheService(Expression part) {
    List<Expression.Leaf> sources =
        requirement.required().expression().stream()
            .flatMap(Expression::leaves)
            .filter(leaf -> leaf.selector().equals(Expressions.EVENT_SOURCE))
            .distinct()
            .toList();
    boolean namesOnly =
        part.leaves().anyMatch(leaf -> leaf.selector().equals(Expressions.EVENT_NAME))
            && part.leaves().noneMatch(leaf -> leaf.selector().equals(Expressions.EVENT_SOURCE));
    return namesOnly && sources.size() == 1 ? Expressions.and(List.of(sources.get(0), part)) : part;
  }

  private boolean implies(Expression part, Expression rest) {
    Requirement question =
        new Requirement(
            requirement.name(), FilterPattern.of(part), List.of(), List.of(), List.of());
    return decider.covers(question, List.of(FilterPattern.of(rest))) == Answer.COVERED;
  }
}

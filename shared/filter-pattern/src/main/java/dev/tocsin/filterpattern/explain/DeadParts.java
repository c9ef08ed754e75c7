package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.decide.Answer;
import dev.tocsin.filterpattern.decide.CoverageDecider;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drops alternatives without which an expression matches the same events, decided for all records
 * of the service that the requirement is about, and conditions that follow from those beside them.
 *
 * <p>Cost: one decision for each alternative that is an {@code &&} of several clauses, and one for
 * each condition on a field that others beside it ask for, too.
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
    return withoutConditions(withoutAlternatives(expression), List.of());
  }

  /**
   * Who names the events that are meant need not leave out others by name.
   *
   * @param given what holds wherever the expression is asked
   */
  private Expression withoutConditions(Expression expression, List<Expression> given) {
    if (expression instanceof Expression.Or or) {
      return Expressions.or(
          or.parts().stream().map(part -> withoutConditions(part, given)).toList());
    }
    if (!(expression instanceof Expression.And and)) {
      return expression;
    }
    List<Expression> parts = and.parts();
    for (int i = parts.size() - 1; i >= 0 && parts.size() > 1; i--) {
      List<Expression> beside = new ArrayList<>(given);
      beside.addAll(Expressions.without(parts, i));
      if (follows(parts.get(i), beside)) {
        parts = Expressions.without(parts, i);
      } else {
        parts = Expressions.replaced(parts, i, withoutConditions(parts.get(i), beside));
      }
    }
    return Expressions.and(parts);
  }

  private boolean follows(Expression part, List<Expression> beside) {
    Set<Selector> asked = part.leaves().map(Expression.Leaf::selector).collect(Collectors.toSet());
    return beside.stream()
            .flatMap(Expression::leaves)
            .anyMatch(leaf -> asked.contains(leaf.selector()))
        && implies(Expressions.and(beside), part);
  }

  private Expression withoutAlternatives(Expression expression) {
    if (!(expression instanceof Expression.Or or)) {
      return expression;
    }
    for (int i = or.parts().size() - 1; i >= 0; i--) {
      if (or.parts().get(i) instanceof Expression.And part) {
        Expression rest = Expressions.or(Expressions.without(or.parts(), i));
        if (implies(ofTheService(part), rest)) {
          return withoutAlternatives(rest);
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

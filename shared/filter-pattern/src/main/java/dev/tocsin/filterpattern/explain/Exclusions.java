package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clauses that keep exempted events out of a filter, as people write them. Whether they keep out no
 * more than that has to be decided.
 */
final class Exclusions {
  private static final Value ANY = new Value.Text("*", false);

  private Exclusions() {}

  /** The clauses, the shorter first; none where an exemption has no plain opposite. */
  static List<Expression> of(List<FilterPattern> exempt) {
    List<Expression> ways = new ArrayList<>();
    for (boolean mayLack : new boolean[] {false, true}) {
      List<Expression> all = new ArrayList<>();
      for (FilterPattern one : exempt) {
        Optional<Expression> opposite =
            one.syntax() instanceof Pattern.Json json
                ? opposite(json.expression(), mayLack)
                : Optional.empty();
        opposite.ifPresent(all::add);
      }
      if (!all.isEmpty() && all.size() == exempt.size()) {
        ways.add(Expressions.and(all));
      }
    }
    return ways;
  }

  /**
   * What holds of the other events.
   *
   * @param mayLack whether the fields are such that events without them must stay in
   */
  private static Optional<Expression> opposite(Expression expression, boolean mayLack) {
    return expression.fold(
        and -> opposites(and.parts(), mayLack).map(Expressions::or),
        or -> opposites(or.parts(), mayLack).map(Expressions::and),
        leaf -> opposite(leaf, mayLack));
  }

  private static Optional<List<Expression>> opposites(List<Expression> parts, boolean mayLack) {
    List<Expression> all =
        parts.stream().flatMap(part -> opposite(part, mayLack).stream()).toList();
    return Optional.of(all).filter(found -> found.size() == parts.size());
  }

  private static Optional<Expression> opposite(Expression.Leaf leaf, boolean mayLack) {
    if (leaf instanceof Expression.State state) {
      return state.kind() == Expression.State.Kind.NOT_EXISTS
          ? Optional.of(new Expression.Comparison(leaf.selector(), Operator.EQUAL, ANY))
          : Optional.empty();
    }
    Expression.Comparison comparison = (Expression.Comparison) leaf;
    Value value = comparison.value();
    return switch (comparison.operator()) {
      case EQUAL -> {
        Expression other = new Expression.Comparison(leaf.selector(), Operator.NOT_EQUAL, value);
        Expression none = new Expression.State(leaf.selector(), Expression.State.Kind.NOT_EXISTS);
        yield Optional.of(mayLack ? Expressions.or(List.of(none, other)) : other);
      }
      case NOT_EQUAL ->
          Optional.of(new Expression.Comparison(leaf.selector(), Operator.EQUAL, value));
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Optional.empty();
    };
  }
}

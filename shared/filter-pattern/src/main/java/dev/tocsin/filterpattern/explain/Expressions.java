package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes expressions apart and builds them without needless nesting. */
final class Expressions {

  static final Selector EVENT_NAME = Selector.of("eventName");
  static final Selector EVENT_SOURCE = Selector.of("eventSource");

  private Expressions() {}

  /** Precondition: not empty. */
  static Expression or(List<Expression> parts) {
    List<Expression> flat = new ArrayList<>();
    for (Expression part : parts) {
      if (part instanceof Expression.Or or) {
        flat.addAll(or.parts());
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new Expression.Or(flat);
  }

  /** Precondition: not empty. */
  static Expression and(List<Expression> parts) {
    List<Expression> flat = new ArrayList<>();
    for (Expression part : parts) {
      if (part instanceof Expression.And and) {
        flat.addAll(and.parts());
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new Expression.And(flat);
  }

  /** The list with one part replaced. */
  static List<Expression> replaced(List<Expression> parts, int index, Expression part) {
    List<Expression> changed = new ArrayList<>(parts);
    changed.set(index, part);
    return changed;
  }

  /** The list without one part. */
  static List<Expression> without(List<Expression> parts, int index) {
    List<Expression> others = new ArrayList<>(parts);
    others.remove(index);
    return others;
  }

  /** The parts of an {@code And} or {@code Or}; none of a clause. */
  static List<Expression> parts(Expression expression) {
    if (expression instanceof Expression.And and) {
      return and.parts();
    }
    return expression instanceof Expression.Or or ? or.parts() : List.of();
  }

  /** The expression with every clause changed. */
  static Expression mapped(Expression expression, Function<Expression.Leaf, Expression> change) {
    if (expression instanceof Expression.And and) {
      return and(and.parts().stream().map(part -> mapped(part, change)).toList());
    }
    if (expression instanceof Expression.Or or) {
      return or(or.parts().stream().map(part -> mapped(part, change)).toList());
    }
    return change.apply((Expression.Leaf) expression);
  }

  /** The expression without the parts left out and what hangs on them; empty if all does. */
  static Optional<Expression> restricted(Expression expression, Predicate<Expression> kept) {
    if (!kept.test(expression)) {
      return Optional.empty();
    }
    if (expression instanceof Expression.And and) {
      List<Expression> parts = new ArrayList<>();
      for (Expression part : and.parts()) {
        Optional<Expression> rest = restricted(part, kept);
        if (rest.isEmpty()) {
          return Optional.empty();
        }
        parts.add(rest.get());
      }
      return Optional.of(and(parts));
    }
    if (expression instanceof Expression.Or or) {
      List<Expression> parts =
          or.parts().stream().flatMap(part -> restricted(part, kept).stream()).toList();
      return parts.isEmpty() ? Optional.empty() : Optional.of(or(parts));
    }
    return Optional.of(expression);
  }

  /** Whether the expression is a clause on the selector. */
  static boolean isAbout(Expression expression, Selector selector) {
    return expression instanceof Expression.Leaf leaf && leaf.selector().equals(selector);
  }

  /** The clause about another selector. */
  static Expression about(Selector selector, Expression.Leaf leaf) {
    return leaf instanceof Expression.Comparison comparison
        ? new Expression.Comparison(selector, comparison.operator(), comparison.value())
        : new Expression.State(selector, ((Expression.State) leaf).kind());
  }
}

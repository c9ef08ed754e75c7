package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Expressions with one or two narrowing clauses less. A clause narrows if it excludes something or
 * speaks of a field that the required pattern does not; dropping any other would let everyday
 * traffic in.
 */
final class Removals {

  private static final int MAX_RESULTS = 200;

  private final Set<Selector> required = new HashSet<>();

  /** Removals from a pattern that should cover {@code required}. */
  Removals(Expression required) {
    required.leaves().map(Expression.Leaf::selector).forEach(this.required::add);
  }

  /** Every way to drop one clause, anywhere, then ways to drop two. */
  List<Expression> from(Expression expression) {
    List<Expression> once = dropOne(expression);
    List<Expression> all = new ArrayList<>(once);
    for (Expression shorter : once) {
      if (all.size() < MAX_RESULTS) {
        all.addAll(dropOne(shorter));
      }
    }
    return all;
  }

  private List<Expression> dropOne(Expression expression) {
    List<Expression> results = new ArrayList<>();
    if (expression instanceof Expression.And and) {
      for (int i = 0; i < and.parts().size(); i++) {
        List<Expression> others = new ArrayList<>(and.parts());
        Expression part = others.remove(i);
        if (narrows(part)) {
          results.add(Expressions.and(others));
        }
        for (Expression changed : dropOne(part)) {
          results.add(Expressions.and(Expressions.replaced(and.parts(), i, changed)));
        }
      }
    } else if (expression instanceof Expression.Or or) {
      for (int i = 0; i < or.parts().size(); i++) {
        for (Expression changed : dropOne(or.parts().get(i))) {
          results.add(Expressions.or(Expressions.replaced(or.parts(), i, changed)));
        }
      }
    }
    return results;
  }

  private boolean narrows(Expression clause) {
    return clause.fold(
        and -> and.parts().stream().anyMatch(this::narrows),
        or -> or.parts().stream().allMatch(this::narrows),
        leaf -> excludes(leaf) || !required.contains(leaf.selector()));
  }

  private static boolean excludes(Expression.Leaf leaf) {
    return !(leaf instanceof Expression.Comparison comparison)
        || comparison.operator() == Operator.NOT_EQUAL;
  }
}

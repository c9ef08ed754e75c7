package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** Builds expressions without needless nesting. */
final class Expressions {

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
}

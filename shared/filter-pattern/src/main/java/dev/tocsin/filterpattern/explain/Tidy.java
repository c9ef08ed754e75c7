package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Leaves out what an expression says twice. */
final class Tidy {

  private Tidy() {}

  /** An expression that means the same, without repeated clauses and absorbed alternatives. */
  static Expression of(Expression expression) {
    if (expression instanceof Expression.And and) {
      List<Expression> parts = flat(and.parts(), true);
      return Expressions.and(without(parts, (part, other) -> implies(other, part)));
    }
    if (expression instanceof Expression.Or or) {
      List<Expression> parts = flat(or.parts(), false);
      return Expressions.or(without(parts, Tidy::implies));
    }
    return expression;
  }

  /** Whether some alternatives are a comparison and its opposite, which no person would write. */
  static boolean saysNothing(Expression expression) {
    List<Expression> parts = Expressions.parts(expression);
    return parts.stream().anyMatch(Tidy::saysNothing)
        || (expression instanceof Expression.Or
            && parts.stream()
                .anyMatch(part -> parts.stream().anyMatch(other -> isOpposite(part, other))));
  }

  private static boolean isOpposite(Expression one, Expression other) {
    return one instanceof Expression.Comparison a
        && other instanceof Expression.Comparison b
        && a.operator() == Expression.Operator.EQUAL
        && b.operator() == Expression.Operator.NOT_EQUAL
        && a.selector().equals(b.selector())
        && a.value().equals(b.value());
  }

  private static List<Expression> flat(List<Expression> parts, boolean conjunction) {
    List<Expression> flat = new ArrayList<>();
    for (Expression part : parts) {
      Expression tidy = of(part);
      if (conjunction && tidy instanceof Expression.And and) {
        flat.addAll(and.parts());
      } else if (!conjunction && tidy instanceof Expression.Or or) {
        flat.addAll(or.parts());
      } else {
        flat.add(tidy);
      }
    }
    return flat;
  }

  /** Whether a part may go because of another one. */
  private interface Needless {
    boolean is(Expression part, Expression other);
  }

  private static List<Expression> without(List<Expression> parts, Needless needless) {
    List<Expression> kept = new ArrayList<>(parts);
    for (int i = kept.size() - 1; i >= 0; i--) {
      Expression part = kept.get(i);
      int position = i;
      boolean goes = false;
      for (int j = 0; j < kept.size() && !goes; j++) {
        goes = j != position && needless.is(part, kept.get(j));
      }
      if (goes) {
        kept.remove(i);
      }
    }
    return kept;
  }

  /** Whether the first plainly implies the second; false says nothing. */
  static boolean implies(Expression first, Expression second) {
    if (first instanceof Expression.Or or) {
      return or.parts().stream().allMatch(part -> implies(part, second));
    }
    if (second instanceof Expression.And and) {
      return and.parts().stream().allMatch(part -> implies(first, part));
    }
    if (second instanceof Expression.Or or
        && or.parts().stream().anyMatch(part -> implies(first, part))) {
      return true;
    }
    if (first instanceof Expression.And and) {
      return and.parts().stream().anyMatch(part -> implies(part, second));
    }
    return first.equals(second) || sameOrNarrower(first, second);
  }

  /** Of two comparisons of one selector with texts, whether the first's text is like the second. */
  private static boolean sameOrNarrower(Expression first, Expression second) {
    if (!(first instanceof Expression.Comparison a)
        || !(second instanceof Expression.Comparison b)
        || !a.selector().equals(b.selector())
        || a.operator() != b.operator()
        || !(a.value() instanceof Value.Text left)
        || !(b.value() instanceof Value.Text right)
        || left.hasUncertainEscape()
        || right.hasUncertainEscape()) {
      return false;
    }
    if (left.text().equals(right.text())) {
      return true;
    }
    return a.operator() == Expression.Operator.EQUAL && isLike(left.text(), right);
  }

  /** Whether every text of the first, stars and all, is one of the glob's. */
  private static boolean isLike(String text, Value.Text glob) {
    if (glob.pieces().size() == 1 || glob.pieces().stream().filter(p -> !p.isEmpty()).count() > 1) {
      return false;
    }
    String regex =
        glob.pieces().stream()
            .map(java.util.regex.Pattern::quote)
            .collect(Collectors.joining("(?s:.*)"));
    return text.matches(regex);
  }
}

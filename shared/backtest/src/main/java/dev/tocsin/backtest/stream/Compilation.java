package dev.tocsin.backtest.stream;

import dev.tocsin.filterpattern.EventTest;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Expression.State.Kind;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns tests into parts; equal conditions become one part. */
final class Compilation {
  private final Values values;
  private final Map<Expression, Part> known = new HashMap<>();

  Compilation(Values values) {
    this.values = values;
  }

  Part part(EventTest test) {
    if (test instanceof FilterPattern pattern && pattern.expression().isPresent()) {
      return part(pattern.expression().get());
    }
    return new Part.Asked(test, values);
  }

  private Part part(Expression expression) {
    Part part = known.get(expression);
    if (part == null) {
      part = expression.fold(this::all, this::any, this::leaf);
      known.put(expression, part);
    }
    return part;
  }

  private Part all(Expression.And and) {
    Comparator<Part> quickFirst = Comparator.comparing(part -> !(part instanceof Part.OneOf));
    return new Part.All(and.parts().stream().map(this::part).sorted(quickFirst).toList());
  }

  /** Words that one value is compared with become one look into a set. */
  private Part any(Expression.Or or) {
    Map<Selector, List<Expression>> words = new LinkedHashMap<>();
    List<Part> parts = new ArrayList<>();
    for (Expression part : or.parts()) {
      if (part instanceof Comparison comparison && isWord(comparison)) {
        words.computeIfAbsent(comparison.selector(), s -> new ArrayList<>()).add(part);
      } else {
        parts.add(part(part));
      }
    }
    words.forEach((selector, comparisons) -> parts.add(0, oneOf(selector, comparisons)));
    return new Part.Any(parts);
  }

  private Part leaf(Expression.Leaf leaf) {
    if (leaf instanceof Comparison comparison && isWord(comparison)) {
      return oneOf(comparison.selector(), List.of(leaf));
    }
    Part asked = new Part.Asked(FilterPattern.of(leaf), values);
    if (!isNamed(leaf.selector())) {
      return asked;
    }
    int value = number(leaf.selector());
    return leaf instanceof Expression.State state && state.kind() == Kind.NOT_EXISTS
        ? new Part.Absent(values, value)
        : new Part.Present(values, value, asked);
  }

  private Part oneOf(Selector selector, List<Expression> comparisons) {
    Set<String> words = new HashSet<>();
    for (Expression comparison : comparisons) {
      words.add(((Value.Text) ((Comparison) comparison).value()).text());
    }
    Expression written =
        comparisons.size() == 1 ? comparisons.get(0) : new Expression.Or(comparisons);
    return Part.OneOf.of(values, number(selector), words, written);
  }

  private int number(Selector selector) {
    return values.number(
        selector.steps().stream().map(step -> ((Selector.Step.Name) step).name()).toList());
  }

  private static boolean isWord(Comparison comparison) {
    return comparison.operator() == Operator.EQUAL
        && comparison.value() instanceof Value.Text text
        && text.pieces().size() == 1
        && isNamed(comparison.selector());
  }

  /** Whether it leads to one value at most. */
  private static boolean isNamed(Selector selector) {
    return selector.steps().stream().allMatch(Selector.Step.Name.class::isInstance);
  }
}

package dev.tocsin.filterpattern.normalise;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Translates the expression of a JSON pattern. */
final class ExpressionConditions {

  /**
   * A selector cut at its wildcard.
   *
   * @param path up to the wildcard, or the whole selector
   * @param rest after the wildcard; empty if there is none
   */
  private record Split(FieldPath path, Optional<FieldPath> rest) {
    @Override
    public String toString() {
      return path + rest.map(after -> "[*]" + after.toString().substring(1)).orElse("");
    }
  }

  private ExpressionConditions() {}

  static Condition of(Expression expression) {
    if (expression instanceof Expression.And and) {
      return new Condition.All(and.parts().stream().map(ExpressionConditions::of).toList());
    }
    if (expression instanceof Expression.Or or) {
      return AnyOf.the(or.parts().stream().map(ExpressionConditions::of).toList());
    }
    if (expression instanceof Expression.Comparison comparison) {
      return comparison(comparison);
    }
    return state((Expression.State) expression);
  }

  private static Condition comparison(Expression.Comparison comparison) {
    Split split = split(comparison.selector());
    Operator operator = comparison.operator();
    String subject = split + " " + operator.symbol() + " ";
    Function<ValueSet, Condition> equal = set -> test(split, set);
    if (operator != Operator.NOT_EQUAL) {
      return ValueSets.condition(operator, comparison.value(), subject, equal);
    }
    Function<ValueSet, Condition> unequal =
        split.rest().isEmpty()
            ? set -> test(split, ValueSets.unequal(set))
            : set ->
                Condition.all(
                    new Condition.Field(split.path(), ValueSet.present()),
                    Condition.not(equal.apply(set)));
    return ValueSets.condition(operator, comparison.value(), subject, unequal);
  }

  private static Condition state(Expression.State state) {
    Split split = split(state.selector());
    return switch (state.kind()) {
      case NOT_EXISTS -> Condition.not(test(split, ValueSet.present()));
      case IS_TRUE -> test(split, ValueSet.ofKinds(Kind.TRUE));
      case IS_FALSE -> test(split, ValueSet.ofKinds(Kind.FALSE));
      case IS_NULL -> isNull(split);
    };
  }

  /** AWS lets {@code IS NULL} hold for an array with a null in it, unless a wildcard is used. */
  private static Condition isNull(Split split) {
    ValueSet isNull = ValueSet.ofKinds(Kind.NULL);
    Condition plain = test(split, isNull);
    if (split.rest().isPresent()) {
      return plain;
    }
    return Condition.any(
        plain,
        Condition.all(
            new Condition.Field(split.path(), ValueSet.ofKinds(Kind.ARRAY)),
            new Condition.SomeElement(split.path(), new Condition.Field(FieldPath.ROOT, isNull))));
  }

  private static Condition test(Split split, ValueSet set) {
    return split.rest().isEmpty()
        ? new Condition.Field(split.path(), set)
        : new Condition.SomeElement(split.path(), new Condition.Field(split.rest().get(), set));
  }

  private static Split split(Selector selector) {
    List<FieldPath.Step> before = new ArrayList<>();
    List<FieldPath.Step> after = new ArrayList<>();
    boolean wildcard = false;
    for (Selector.Step step : selector.steps()) {
      if (step instanceof Selector.Step.Wildcard) {
        wildcard = true;
        continue;
      }
      FieldPath.Step translated =
          step instanceof Selector.Step.Name name
              ? new FieldPath.Step.Key(name.name())
              : new FieldPath.Step.Index(((Selector.Step.Index) step).index());
      (wildcard ? after : before).add(translated);
    }
    return new Split(
        new FieldPath(before), wildcard ? Optional.of(new FieldPath(after)) : Optional.empty());
  }
}

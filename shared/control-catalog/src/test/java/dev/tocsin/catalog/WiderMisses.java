package dev.tocsin.catalog;

import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Further ways in which a pattern comes to be almost right: its shape, and single clauses. */
final class WiderMisses {

  private WiderMisses() {}

  /** Every change to one clause, one pair of brackets or one operator between clauses. */
  static void changed(Expression expression, BiConsumer<String, Expression> to) {
    unbracketed(expression, to);
    exchanged(expression, to);
    List<Expression> parts = NearMisses.parts(expression);
    boolean all = expression instanceof Expression.And;
    for (int i = 0; i < parts.size(); i++) {
      int position = i;
      changed(
          parts.get(i),
          (what, part) -> {
            List<Expression> changed = new ArrayList<>(parts);
            changed.set(position, part);
            to.accept(what, NearMisses.joined(all, changed));
          });
    }
    if (expression instanceof Expression.Leaf leaf) {
      clause(leaf, to);
    }
  }

  /** {@code a && (b || c)} without its brackets, or with brackets that end too early. */
  private static void unbracketed(Expression expression, BiConsumer<String, Expression> to) {
    if (!(expression instanceof Expression.And and)) {
      return;
    }
    for (int i = 0; i < and.parts().size(); i++) {
      if (!(and.parts().get(i) instanceof Expression.Or or)) {
        continue;
      }
      List<Expression> names = or.parts();
      for (int last : new int[] {1, names.size() / 2, names.size() - 1}) {
        if (last >= 1 && last < names.size()) {
          List<Expression> inside = new ArrayList<>(and.parts());
          inside.set(i, NearMisses.joined(false, names.subList(0, last)));
          List<Expression> outside = new ArrayList<>();
          outside.add(new Expression.And(inside));
          outside.addAll(names.subList(last, names.size()));
          to.accept("brackets end after " + last, new Expression.Or(outside));
        }
      }
      List<Expression> before = new ArrayList<>(and.parts());
      before.set(i, names.get(names.size() - 1));
      List<Expression> first = new ArrayList<>(names.subList(0, names.size() - 1));
      first.add(new Expression.And(before));
      to.accept("brackets dropped, conditions last", new Expression.Or(first));
    }
  }

  /** {@code &&} for {@code ||} and the other way round, once and between one pair. */
  private static void exchanged(Expression expression, BiConsumer<String, Expression> to) {
    List<Expression> parts = NearMisses.parts(expression);
    if (parts.isEmpty()) {
      return;
    }
    boolean all = expression instanceof Expression.And;
    to.accept(all ? "|| for &&" : "&& for ||", NearMisses.joined(!all, parts));
    if (parts.size() > 2) {
      List<Expression> pair = new ArrayList<>(parts.subList(2, parts.size()));
      pair.add(0, NearMisses.joined(!all, parts.subList(0, 2)));
      to.accept(all ? "|| for the first &&" : "&& for the first ||", NearMisses.joined(all, pair));
    }
  }

  private static void clause(Expression.Leaf leaf, BiConsumer<String, Expression> to) {
    Selector selector = leaf.selector();
    for (Expression.State.Kind kind : Expression.State.Kind.values()) {
      to.accept(kind + " for the clause", new Expression.State(selector, kind));
    }
    List<Selector.Step> steps = selector.steps();
    if (steps.get(steps.size() - 1) instanceof Selector.Step.Name name) {
      String word = name.name();
      String capital = Character.toUpperCase(word.charAt(0)) + word.substring(1);
      to.accept("capital field", about(leaf, renamed(selector, capital)));
      to.accept("lower-case field", about(leaf, renamed(selector, word.toLowerCase(Locale.ROOT))));
      to.accept("field cut", about(leaf, renamed(selector, word.substring(0, word.length() - 1))));
      to.accept("prefix dropped", about(leaf, Selector.of(word)));
    }
    for (String prefix : List.of("detail", "requestParameters", "userIdentity")) {
      List<Selector.Step> longer = new ArrayList<>(List.of(new Selector.Step.Name(prefix)));
      longer.addAll(steps);
      to.accept("prefix " + prefix, about(leaf, new Selector(longer)));
    }
    to.accept("field eventType", about(leaf, Selector.of("eventType")));
    if (leaf instanceof Expression.Comparison comparison
        && comparison.value() instanceof Value.Text text) {
      String word = text.text();
      for (String other : List.of("%" + word + "%", "^" + word + "$", " " + word, word + " ")) {
        to.accept("value `" + other + "`", with(comparison, comparison.operator(), other));
      }
      to.accept("value cut", with(comparison, comparison.operator(), word.substring(1)));
      to.accept(
          "value of another service", with(comparison, comparison.operator(), "Other" + word));
      Value one = new Value.Numeral("1", BigDecimal.ONE);
      for (Expression.Operator operator : Expression.Operator.values()) {
        to.accept("number after " + operator, new Expression.Comparison(selector, operator, one));
      }
    } else if (leaf instanceof Expression.State state) {
      for (String word : List.of("null", "*", "false", "true", "")) {
        Value value = Value.Text.quoted(word);
        for (Expression.Operator operator :
            List.of(Expression.Operator.EQUAL, Expression.Operator.NOT_EQUAL)) {
          to.accept(
              operator + " `" + word + "`",
              new Expression.Comparison(state.selector(), operator, value));
        }
      }
    }
  }

  private static Selector renamed(Selector selector, String name) {
    List<Selector.Step> steps = new ArrayList<>(selector.steps());
    steps.set(steps.size() - 1, new Selector.Step.Name(name));
    return new Selector(steps);
  }

  private static Expression about(Expression.Leaf leaf, Selector selector) {
    return leaf instanceof Expression.Comparison comparison
        ? new Expression.Comparison(selector, comparison.operator(), comparison.value())
        : new Expression.State(selector, ((Expression.State) leaf).kind());
  }

  private static Expression with(
      Expression.Comparison comparison, Expression.Operator operator, String word) {
    return new Expression.Comparison(comparison.selector(), operator, Value.Text.quoted(word));
  }
}

package dev.tocsin.catalog;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The ways in which a pattern comes to be almost right: one change to a text that covers. */
final class NearMisses {

  private final Map<String, String> texts = new LinkedHashMap<>();

  private NearMisses() {}

  /**
   * Patterns by what was done to them.
   *
   * @param text a JSON pattern
   * @param clauses to be added
   */
  static Map<String, String> of(String text, List<String> clauses) {
    NearMisses misses = new NearMisses();
    Expression whole = expression(text);
    misses.changed(whole, misses::put);
    for (String clause : clauses) {
      Expression added = expression("{ " + clause + " }");
      misses.put("add " + clause, and(whole, added));
      misses.changed(
          whole,
          (what, changed) -> {
            if (what.startsWith("drop first") && clause.startsWith("$.sourceIPAddress")) {
              misses.put(what + ", add " + clause, and(changed, added));
            }
          });
    }
    return misses.texts;
  }

  /** As {@link #of}, by further ways. */
  static Map<String, String> wider(String text) {
    NearMisses misses = new NearMisses();
    WiderMisses.changed(
        expression(text), (what, changed) -> misses.put(what + " " + misses.texts.size(), changed));
    return misses.texts;
  }

  /** The parts of a list of conditions or alternatives; none of a clause. */
  static List<Expression> parts(Expression expression) {
    return expression.fold(Expression.And::parts, Expression.Or::parts, leaf -> List.of());
  }

  private static Expression expression(String text) {
    return ((Pattern.Json) FilterPattern.of(text).syntax()).expression();
  }

  private static Expression and(Expression one, Expression other) {
    List<Expression> parts = new ArrayList<>(List.of(one));
    if (one instanceof Expression.And and) {
      parts = new ArrayList<>(and.parts());
    }
    parts.add(other);
    return new Expression.And(parts);
  }

  private void put(String what, Expression expression) {
    texts.put(what, PatternPrinter.print(new Pattern.Json(expression)));
  }

  /** Every change to one clause or one list of alternatives. */
  private void changed(Expression expression, BiConsumer<String, Expression> to) {
    List<Expression> parts = List.of();
    if (expression instanceof Expression.And and) {
      parts = and.parts();
    } else if (expression instanceof Expression.Or or) {
      parts = or.parts();
    } else {
      misspelt(expression, to);
      return;
    }
    boolean all = expression instanceof Expression.And;
    for (int i = 0; i < parts.size(); i++) {
      int position = i;
      List<Expression> same = parts;
      changed(
          parts.get(i),
          (what, part) -> {
            List<Expression> changed = new ArrayList<>(same);
            changed.set(position, part);
            to.accept(what, joined(all, changed));
          });
      if (!all && parts.size() > 1) {
        List<Expression> others = new ArrayList<>(parts);
        Expression dropped = others.remove(i);
        String which = i == 0 ? "drop first " : "drop ";
        to.accept(which + PatternPrinter.print(dropped), joined(all, others));
      }
    }
    if (!all && parts.size() > 3) {
      to.accept("keep first", parts.get(0));
      to.accept("keep half", joined(all, parts.subList(0, (parts.size() + 1) / 2)));
    }
  }

  /** The parts as conditions that all hold, or as alternatives. */
  static Expression joined(boolean all, List<Expression> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return all ? new Expression.And(parts) : new Expression.Or(parts);
  }

  private static void misspelt(Expression leaf, BiConsumer<String, Expression> to) {
    String text = PatternPrinter.print(leaf);
    if (leaf instanceof Expression.Comparison comparison
        && comparison.value() instanceof Value.Text value
        && value.text().length() > 3) {
      String word = value.text();
      int middle = word.length() / 2;
      String turned =
          word.substring(0, middle - 1)
              + word.charAt(middle)
              + word.charAt(middle - 1)
              + word.substring(middle + 1);
      to.accept("misspell " + text, with(comparison, turned));
      to.accept("lower case " + text, with(comparison, word.toLowerCase(java.util.Locale.ROOT)));
      to.accept("upper case " + text, with(comparison, word.toUpperCase(java.util.Locale.ROOT)));
    }
    if (leaf instanceof Expression.Comparison comparison) {
      Expression.Operator other =
          comparison.operator() == Expression.Operator.EQUAL
              ? Expression.Operator.NOT_EQUAL
              : Expression.Operator.EQUAL;
      to.accept(
          "turn " + text,
          new Expression.Comparison(comparison.selector(), other, comparison.value()));
    }
  }

  private static Expression with(Expression.Comparison comparison, String word) {
    return new Expression.Comparison(
        comparison.selector(), comparison.operator(), Value.Text.quoted(word));
  }
}

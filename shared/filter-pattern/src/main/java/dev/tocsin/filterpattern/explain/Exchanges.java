package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Expression.State;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import dev.tocsin.filterpattern.syntax.Selector;
import dev.tocsin.filterpattern.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a clause may have been meant to be. */
final class Exchanges {
  private static final int SLIP = 1;
  private static final int ABSENT_TOO = 2;
  private static final int OTHER_VALUE = 3;

  /** Something to put in place of a clause, and how large a change that is. */
  record Exchange(Expression clause, int cost) {}

  private final Set<Expression.Leaf> wanted = new LinkedHashSet<>();
  private final Set<Selector> selectors = new LinkedHashSet<>();

  /** From the clauses of the required pattern and of the published one. */
  Exchanges(List<Expression> patterns) {
    patterns.forEach(pattern -> pattern.leaves().forEach(wanted::add));
    wanted.forEach(leaf -> selectors.add(leaf.selector()));
  }

  /**
   * The exchanges for one clause.
   *
   * @param listed whether it is one of several alternatives, where another value is another entry
   */
  List<Exchange> of(Expression.Leaf leaf, boolean listed) {
    List<Exchange> exchanges = new ArrayList<>();
    state(leaf).ifPresent(state -> exchanges.add(new Exchange(state, SLIP)));
    Selector selector = leaf.selector();
    boolean isName = selector.equals(Expressions.EVENT_NAME);
    for (Expression.Leaf one : wanted) {
      if (one.selector().equals(selector) && !one.equals(leaf)) {
        boolean slip = isSlip(leaf, one);
        if (slip || (!listed && !isName)) {
          exchanges.add(new Exchange(styled(one, leaf), slip ? SLIP : OTHER_VALUE));
        }
      }
    }
    if (leaf instanceof Comparison comparison && comparison.operator() == Operator.NOT_EQUAL) {
      Expression absent = new State(selector, State.Kind.NOT_EXISTS);
      exchanges.add(new Exchange(Expressions.or(List.of(absent, leaf)), ABSENT_TOO));
    }
    return exchanges;
  }

  /** The selector that a misspelt one was meant to be. */
  Optional<Selector> meant(Selector selector) {
    return selectors.contains(selector)
        ? Optional.empty()
        : selectors.stream()
            .filter(one -> Similar.are(PatternPrinter.print(one), PatternPrinter.print(selector)))
            .findFirst();
  }

  /** A comparison with a word that names no text, as the state that was meant. */
  static Optional<Expression> state(Expression.Leaf leaf) {
    if (!(leaf instanceof Comparison comparison)
        || !(comparison.value() instanceof Value.Text text)) {
      return leaf instanceof State state && state.kind() == State.Kind.IS_NULL
          ? Optional.of(new State(state.selector(), State.Kind.NOT_EXISTS))
          : Optional.empty();
    }
    boolean equal = comparison.operator() == Operator.EQUAL;
    State.Kind kind =
        switch (text.text().toLowerCase(Locale.ROOT)) {
          case "true" -> equal ? State.Kind.IS_TRUE : State.Kind.IS_FALSE;
          case "false" -> equal ? State.Kind.IS_FALSE : State.Kind.IS_TRUE;
          case "null", "" -> equal ? State.Kind.NOT_EXISTS : null;
          default -> null;
        };
    return Optional.ofNullable(kind).map(k -> new State(comparison.selector(), k));
  }

  /** Whether one clause may be the other with a slip in its text or its operator. */
  static boolean isSlip(Expression.Leaf leaf, Expression.Leaf wanted) {
    return leaf instanceof Comparison a
        && wanted instanceof Comparison b
        && a.value() instanceof Value.Text left
        && b.value() instanceof Value.Text right
        && (a.operator() == b.operator()
            ? Similar.are(left.text(), right.text())
            : left.text().equals(right.text()));
  }

  /** Whether a clause names an event that is not asked for, much like one that is. */
  boolean isMisspelt(Expression.Leaf leaf) {
    return leaf.selector().equals(Expressions.EVENT_NAME)
        && wanted.stream().noneMatch(one -> Tidy.implies(leaf, one) || Tidy.implies(one, leaf))
        && wanted.stream()
            .anyMatch(one -> one.selector().equals(leaf.selector()) && isSlip(leaf, one));
  }

  /** The clause quoted as another one is. */
  static Expression styled(Expression.Leaf clause, Expression like) {
    if (clause instanceof Comparison comparison
        && comparison.value() instanceof Value.Text text
        && like instanceof Comparison other
        && other.value() instanceof Value.Text model
        && text.quoted() != model.quoted()) {
      if (!model.quoted() && text.text().matches("[A-Za-z][\\w.]*") && !isWord(text.text())) {
        return new Comparison(
            comparison.selector(), comparison.operator(), new Value.Text(text.text(), false));
      }
      if (model.quoted()) {
        return new Comparison(
            comparison.selector(), comparison.operator(), Value.Text.quoted(text.text()));
      }
    }
    return clause;
  }

  /** A bare word that may be read as something else than a text. */
  private static boolean isWord(String text) {
    return text.toLowerCase(Locale.ROOT).matches("null|true|false|nan|infinity");
  }
}

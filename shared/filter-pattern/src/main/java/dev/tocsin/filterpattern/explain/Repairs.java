package dev.tocsin.filterpattern.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The single changes that bring an expression nearer to matching one event. */
final class Repairs {
  private static final int DROP = 2;
  private static final int ADD = 2;

  /** An exclusion in place of another, of what is exempted. */
  private static final int EXEMPTED = 3;

  /** Of a choice where there was a single condition, which is hard to read. */
  private static final int CHOICE = 6;

  /**
   * An expression after one change.
   *
   * @param cost how large the change is; a clause exchanged for a slip of the keyboard is one
   * @param depth how deep inside the expression it was made
   */
  record Change(Expression expression, int cost, int depth) {}

  private final Exchanges exchanges;
  private final Additions additions;
  private final JsonNode event;
  private final List<Alternative> missed;
  private final List<Expression> exclusions;

  /**
   * Repairs for an event.
   *
   * @param missed the alternatives that are still missed, the event's own among them
   * @param exclusions clauses that keep out what is exempted
   */
  Repairs(
      Exchanges exchanges,
      Additions additions,
      JsonNode event,
      List<Alternative> missed,
      List<Expression> exclusions) {
    this.exchanges = exchanges;
    this.additions = additions;
    this.event = event;
    this.missed = missed;
    this.exclusions = exclusions;
  }

  /** Precondition: the expression does not match the event. */
  List<Change> of(Expression expression) {
    List<Change> changes = new ArrayList<>(changes(expression, List.of(), 0, false));
    expression
        .leaves()
        .map(Expression.Leaf::selector)
        .distinct()
        .forEach(
            selector ->
                exchanges
                    .meant(selector)
                    .ifPresent(
                        meant ->
                            changes.add(new Change(renamed(expression, selector, meant), 1, 0))));
    return changes;
  }

  private static Expression renamed(Expression expression, Selector from, Selector to) {
    return Expressions.mapped(
        expression, leaf -> leaf.selector().equals(from) ? Expressions.about(to, leaf) : leaf);
  }

  private List<Change> changes(
      Expression expression, List<Expression> surroundings, int depth, boolean listed) {
    List<Change> changes = new ArrayList<>();
    if (expression instanceof Expression.And and) {
      for (int i = 0; i < and.parts().size(); i++) {
        Expression part = and.parts().get(i);
        if (Distance.holds(part, event)) {
          continue;
        }
        List<Expression> others = Expressions.without(and.parts(), i);
        int size = DROP + (int) part.leaves().count() - 1;
        changes.add(new Change(Expressions.and(others), size, depth));
        if (Deliberate.leavesOutAnIdentity(part)) {
          for (Expression exclusion : exclusions) {
            Expression other = Expressions.and(Expressions.replaced(and.parts(), i, exclusion));
            changes.add(new Change(other, EXEMPTED, depth));
          }
        }
        List<Expression> inside = new ArrayList<>(surroundings);
        inside.addAll(others);
        for (Change change : changes(part, inside, depth + 1, false)) {
          changes.add(
              with(
                  change,
                  Expressions.and(Expressions.replaced(and.parts(), i, change.expression))));
        }
      }
    } else if (expression instanceof Expression.Or or) {
      for (int i = 0; i < or.parts().size(); i++) {
        for (Change change : changes(or.parts().get(i), surroundings, depth + 1, true)) {
          changes.add(
              with(change, Expressions.or(Expressions.replaced(or.parts(), i, change.expression))));
        }
      }
    } else {
      for (Exchanges.Exchange exchange : exchanges.of((Expression.Leaf) expression, listed)) {
        if (Distance.holds(exchange.clause(), event)) {
          changes.add(new Change(exchange.clause(), exchange.cost(), depth));
          narrowed(changes, exchange, expression, surroundings, depth);
        }
      }
    }
    boolean isEntry = listed && Expressions.parts(expression).isEmpty();
    if (!isEntry) {
      add(changes, expression, surroundings, depth);
    }
    return changes;
  }

  /** The exchange with the conditions that the requirement makes beside the clause. */
  private void narrowed(
      List<Change> changes,
      Exchanges.Exchange exchange,
      Expression like,
      List<Expression> surroundings,
      int depth) {
    for (Alternative alternative : missed) {
      if (Tidy.implies(exchange.clause(), alternative.clause())
          && Tidy.implies(alternative.clause(), exchange.clause())) {
        for (Expression clause : additions.of(List.of(alternative), surroundings, like)) {
          if (Distance.holds(clause, event)) {
            int cost = exchange.cost() + (int) clause.leaves().count() - 1;
            changes.add(new Change(clause, cost, depth));
          }
        }
      }
    }
  }

  private void add(
      List<Change> changes, Expression expression, List<Expression> surroundings, int depth) {
    List<Expression.Leaf> leaves = expression.leaves().toList();
    Optional<Expression.Leaf> name =
        leaves.stream()
            .filter(leaf -> leaf.selector().equals(Expressions.EVENT_NAME))
            .reduce((first, second) -> second);
    Expression like = name.orElse(leaves.get(0));
    boolean isList = (depth == 0 || name.isPresent()) && !additions.isWhole(missed);
    for (Expression addition : additions.of(missed, surroundings, like)) {
      if (Distance.holds(addition, event)) {
        int cost = ADD + (int) addition.leaves().count() + (isList ? 0 : CHOICE);
        Expression longer = Expressions.or(List.of(expression, addition));
        changes.add(new Change(longer, cost, depth));
      }
    }
  }

  private static Change with(Change change, Expression expression) {
    return new Change(expression, change.cost, change.depth);
  }
}

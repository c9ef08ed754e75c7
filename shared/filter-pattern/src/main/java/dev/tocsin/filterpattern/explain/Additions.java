package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to put beside an expression so that missed alternatives are seen too. */
final class Additions {

  private final Expression required;
  private final List<Alternative> alternatives;

  Additions(Expression required, List<Alternative> alternatives) {
    this.required = required;
    this.alternatives = alternatives;
  }

  /**
   * The clauses that name the alternatives, alone and with the conditions of the requirement that
   * the surroundings do not already make.
   *
   * @param surroundings clauses that hold wherever the addition counts
   * @param like a clause to be quoted like
   */
  List<Expression> of(List<Alternative> missed, List<Expression> surroundings, Expression like) {
    Map<String, Expression> additions = new LinkedHashMap<>();
    add(additions, Expressions.or(missed.stream().map(Alternative::clause).toList()), like);
    narrowed(missed)
        .ifPresent(
            narrowed -> {
              List<Expression> rest = new ArrayList<>();
              for (Expression part : conjuncts(narrowed)) {
                if (surroundings.stream().noneMatch(clause -> Tidy.implies(clause, part))) {
                  rest.add(part);
                }
              }
              if (!rest.isEmpty()) {
                add(additions, Expressions.and(rest), like);
              }
              add(additions, narrowed, like);
            });
    return List.copyOf(additions.values());
  }

  /** Whether all that is required is missed, so that the addition is a pattern of its own. */
  boolean isWhole(List<Alternative> missed) {
    return missed.size() == alternatives.size();
  }

  /** The required pattern narrowed to the alternatives, with all its conditions. */
  Optional<Expression> narrowed(List<Alternative> missed) {
    Set<Expression> others =
        alternatives.stream()
            .filter(one -> missed.stream().noneMatch(m -> m.name().equals(one.name())))
            .map(Alternative::clause)
            .collect(Collectors.toSet());
    return Expressions.restricted(
        required, clause -> others.stream().noneMatch(other -> Tidy.implies(clause, other)));
  }

  /** The conditions that every required event meets. */
  List<Expression> conditions() {
    return conjuncts(required);
  }

  private static List<Expression> conjuncts(Expression expression) {
    return expression instanceof Expression.And and ? and.parts() : List.of(expression);
  }

  private static void add(Map<String, Expression> additions, Expression addition, Expression like) {
    Expression styled = Expressions.mapped(addition, leaf -> Exchanges.styled(leaf, like));
    additions.putIfAbsent(PatternPrinter.print(styled), styled);
  }
}

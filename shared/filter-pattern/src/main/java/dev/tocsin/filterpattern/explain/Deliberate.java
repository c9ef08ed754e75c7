package dev.tocsin.filterpattern.explain;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.syntax.Expression.Comparison;
import dev.tocsin.filterpattern.syntax.Expression.Operator;
import dev.tocsin.filterpattern.syntax.Expression.State;
import dev.tocsin.filterpattern.syntax.Pattern;
import dev.tocsin.filterpattern.syntax.PatternPrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An exclusion that looks deliberate: a condition beside all others that leaves out one identity,
 * agent or address. Whoever wrote it wants no alarm for what it leaves out, and can say so.
 */
public final class Deliberate {
  private static final Set<String> WHO = Set.of("$.userAgent", "$.sourceIPAddress");
  private static final Set<String> KINDS =
      Set.of("$.userIdentity.type", "$.userIdentity.invokedBy");
  private static final String IDENTITY = "$.userIdentity.";

  private Deliberate() {}

  /**
   * What the exclusions leave out, as an exemption; empty iff there are none, or the correction
   * keeps them.
   */
  public static Optional<String> exemption(FilterPattern deployed, FilterPattern corrected) {
    Set<Expression.Leaf> stay =
        corrected.expression().stream()
            .flatMap(Expression::leaves)
            .collect(Collectors.toUnmodifiableSet());
    List<Expression> leftOut = new ArrayList<>();
    for (Expression part : conjuncts(deployed)) {
      if (part.leaves().noneMatch(stay::contains) && part.leaves().anyMatch(Deliberate::isOne)) {
        leftOut(part).ifPresent(leftOut::add);
      }
    }
    return leftOut.isEmpty() ? Optional.empty() : Optional.of(exemption(leftOut));
  }

  /** What the conditions leave out, as an exemption; empty iff one of them is not deliberate. */
  static Optional<String> leftOut(Collection<Expression> conditions) {
    return conditions.stream().allMatch(part -> part.leaves().anyMatch(Deliberate::isOne))
        ? all(List.copyOf(conditions)).map(Deliberate::exemption)
        : Optional.empty();
  }

  /** Whether a condition beside all others leaves out one identity. */
  static boolean isIn(FilterPattern pattern) {
    return conjuncts(pattern).stream().anyMatch(Deliberate::leavesOutAnIdentity);
  }

  /** Whether the condition leaves out one identity, and says nothing else. */
  static boolean leavesOutAnIdentity(Expression part) {
    return isOfIdentity(part) && leftOut(List.of(part)).isPresent();
  }

  /** Whether all that it says is of identities. */
  static boolean isOfIdentity(Expression expression) {
    return expression
        .leaves()
        .allMatch(leaf -> PatternPrinter.print(leaf.selector()).startsWith(IDENTITY));
  }

  private static String exemption(List<Expression> leftOut) {
    return PatternPrinter.print(new Pattern.Json(Expressions.or(leftOut)));
  }

  private static List<Expression> conjuncts(FilterPattern pattern) {
    return pattern
        .expression()
        .map(all -> all instanceof Expression.And and ? and.parts() : List.of(all))
        .orElse(List.of());
  }

  /** The opposite of an exclusion; empty iff it is none, or says more than whom it leaves out. */
  private static Optional<Expression> leftOut(Expression exclusion) {
    return exclusion.fold(
        and -> all(and.parts()).map(Expressions::or),
        or -> all(withoutAbsent(or.parts())).map(Expressions::and),
        Deliberate::opposite);
  }

  private static Optional<List<Expression>> all(List<Expression> parts) {
    List<Expression> opposites = parts.stream().flatMap(part -> leftOut(part).stream()).toList();
    return Optional.of(opposites).filter(found -> found.size() == parts.size() && !found.isEmpty());
  }

  /**
   * {@code a NOT EXISTS || a != x} leaves out what {@code a != x} does, and no more; {@code b NOT
   * EXISTS || a != x} leaves out less.
   */
  private static List<Expression> withoutAbsent(List<Expression> parts) {
    return parts.stream()
        .filter(
            part ->
                !(part instanceof State state)
                    || state.kind() != State.Kind.NOT_EXISTS
                    || parts.stream().noneMatch(other -> other != part && needs(other, state)))
        .toList();
  }

  /** Whether the opposite of the part holds only where the field of {@code absent} exists. */
  private static boolean needs(Expression part, State absent) {
    String field = PatternPrinter.print(absent.selector());
    return part.leaves()
        .allMatch(
            leaf ->
                leaf instanceof Comparison
                    && (PatternPrinter.print(leaf.selector()) + ".").startsWith(field + "."));
  }

  private static Optional<Expression> opposite(Expression.Leaf leaf) {
    return leaf instanceof Comparison comparison
            && comparison.operator() == Operator.NOT_EQUAL
            && saysWho(PatternPrinter.print(leaf.selector()))
        ? Optional.of(new Comparison(leaf.selector(), Operator.EQUAL, comparison.value()))
        : Optional.empty();
  }

  /** Whether the clause is about one of its kind, and not about all identities of a type. */
  private static boolean isOne(Expression.Leaf leaf) {
    return !KINDS.contains(PatternPrinter.print(leaf.selector()));
  }

  private static boolean saysWho(String selector) {
    return selector.startsWith(IDENTITY) || WHO.contains(selector);
  }
}

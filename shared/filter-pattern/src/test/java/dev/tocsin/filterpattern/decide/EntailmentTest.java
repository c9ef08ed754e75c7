package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.reading.WildcardReading;
import dev.tocsin.filterpattern.syntax.Expression;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is clear from the form of two patterns is what a search finds. {@code -Dtocsin.pairs=100000}
 * compares more than the usual number.
 */
final class EntailmentTest {

  private static final int PAIRS = Integer.getInteger("tocsin.pairs", 5_000);

  private static boolean isClear(String premise, String... conclusions) {
    return Entailment.isClear(
        List.of(FilterPattern.of(premise).condition()),
        List.of(conclusions).stream().map(text -> FilterPattern.of(text).condition()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\0',
      textBlock =
          """
          { $.a = x && $.b = y }               → { $.b = y && $.a = x }
          { $.a = x || $.b = y }               → { $.b = y || $.a = x }
          { $.a = x && ($.b = y || $.b = z) }  → { $.b = z || $.b = y || $.b = w }
          { $.a = x && ($.b = y || $.c = z) }  → { ($.a = x && $.b = y) || ($.a = x && $.c = z) }
          { ($.a = x && $.b = y) || $.c = z }  → { ($.a = x || $.c = z) && ($.b = y || $.c = z) }
          { $.a = CreateTrail }                → { $.a = "Create*" }
          { $.a = CreateTrail }                → { $.a != DeleteTrail }
          { $.a = CreateTrail }                → { $.a != "Delete*" }
          { $.a != x && $.a != y }             → { $.a != x }
          { $.a = "*x*y" }                     → { $.a = "*x*y" || $.b = z }
          { $.a = %x+% && $.b IS TRUE }        → { $.a = %x+% }
          { $.a > 1 && $.b = x }               → { $.a > 1 }
          { $.a = 1 }                          → { $.a = * }
          { $.a NOT EXISTS }                   → { $.a NOT EXISTS || $.b = x }
          { $.a[*] = x && $.b = y }            → { $.a[*] = x }
          { $.a = x }                          →
          """)
  void whatIsClear(String premise, String conclusion) {
    assertThat(isClear(premise, conclusion == null ? "" : conclusion)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\0',
      textBlock =
          """
          { $.b = y }                          → { $.b = y && $.a = x }
          { $.a = x || $.b = y }               → { $.a = x }
          { $.a = x }                          → { $.b = x }
          { $.a = "Create*" }                  → { $.a = CreateTrail }
          { $.a != x }                         → { $.a != x && $.a != y }
          { $.a != DeleteTrail }               → { $.a = CreateTrail }
          { $.a != "Create*" }                 → { $.a != "Delete*" }
          { $.a = "*x" }                       → { $.a = "*y" }
          { $.a = * }                          → { $.a = 1 }
          { $.a = 1 }                          → { $.a = 1.0 && $.a = "1" }
          { $.a[*] = x }                       → { $.a[0] = x }
          { $.a[*] != x }                      → { $.a[*] = y }
          { $.a IS NULL }                      → { $.a NOT EXISTS }
          """)
  void whatDoesNotFollow(String premise, String conclusion) {
    assertThat(isClear(premise, conclusion)).isFalse();
  }

  @Test
  void whatIsClearIsFoundBySearchToo() {
    RandomPatterns patterns = new RandomPatterns(41);
    Random random = new Random(42);
    int clear = 0;
    for (int i = 0; i < PAIRS; i++) {
      FilterPattern premise = FilterPattern.of(patterns.next());
      List<FilterPattern> conclusions = new ArrayList<>();
      conclusions.add(i % 4 == 0 ? FilterPattern.of(patterns.next()) : changed(premise, random));
      if (i % 3 == 0) {
        conclusions.add(FilterPattern.of(patterns.next()));
      }
      List<Condition> seen = conclusions.stream().map(FilterPattern::condition).toList();
      if (Entailment.isClear(List.of(premise.condition()), seen)) {
        clear++;
        assertNothingIsMissed(premise.condition(), seen, premise + " by " + conclusions);
      }
    }
    assertThat(clear).as("pairs of which it is clear").isGreaterThan(PAIRS / 4);
  }

  /** With parts dropped, exchanged for others or in another order; may follow or not. */
  private static FilterPattern changed(FilterPattern pattern, Random random) {
    return pattern
        .expression()
        .map(whole -> changed(whole, random))
        .map(FilterPattern::of)
        .orElse(pattern);
  }

  private static Expression changed(Expression expression, Random random) {
    if (expression instanceof Expression.And and) {
      return someOf(and.parts(), random, random.nextInt(3) == 0, Expression.And::new);
    }
    if (expression instanceof Expression.Or or) {
      return someOf(or.parts(), random, random.nextInt(3) == 0, Expression.Or::new);
    }
    return expression;
  }

  private static Expression someOf(
      List<Expression> parts,
      Random random,
      boolean dropOne,
      Function<List<Expression>, Expression> join) {
    List<Expression> changed = new ArrayList<>();
    parts.forEach(part -> changed.add(changed(part, random)));
    Collections.shuffle(changed, random);
    if (dropOne) {
      changed.remove(0);
    }
    return changed.size() == 1 ? changed.get(0) : join.apply(changed);
  }

  private static void assertNothingIsMissed(
      Condition premise, List<Condition> seen, String description) {
    List<Condition> parts = new ArrayList<>(List.of(premise));
    seen.forEach(one -> parts.add(Condition.not(one)));
    for (WildcardReading reading : WildcardReading.values()) {
      StepBudget budget = new StepBudget(4_000_000);
      Solver.Answer answer =
          Solver.solve(
              Readings.settle(new Condition.All(parts), reading),
              EnumSet.of(Kind.OBJECT),
              MissingNode.getInstance(),
              new Elements(budget, true, 0),
              budget);
      assertThat(answer.found()).as(description).isEmpty();
    }
  }
}

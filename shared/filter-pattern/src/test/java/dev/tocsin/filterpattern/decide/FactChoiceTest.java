package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Fact;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Facts that are taken as needed answer as all facts do that are taken at once. */
class FactChoiceTest {

  private static final int QUESTIONS = 400;
  private static final int FACTS = 6;

  private static StepBudget budget() {
    return new StepBudget(4_000_000);
  }

  /** Facts are alternatives of two patterns, so that most questions keep some event. */
  private static Question question(RandomPatterns patterns) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < FACTS; i++) {
      facts.add(new Fact("fact-" + i, either(patterns), "test"));
    }
    Requirement requirement =
        new Requirement("test", FilterPattern.of(patterns.next()), facts, List.of(), List.of());
    return new Question(requirement, List.of(FilterPattern.of(patterns.next())));
  }

  private static FilterPattern either(RandomPatterns patterns) {
    while (true) {
      String either = "{ (" + inner(json(patterns)) + ") || (" + inner(json(patterns)) + ") }";
      // Two patterns may have more wildcards than one may hold.
      if (FilterPattern.parse(either) instanceof FilterPattern pattern) {
        return pattern;
      }
    }
  }

  private static String json(RandomPatterns patterns) {
    return Stream.generate(patterns::next).filter(p -> p.startsWith("{")).findFirst().orElseThrow();
  }

  private static String inner(String pattern) {
    return pattern.substring(1, pattern.length() - 1);
  }

  @Test
  void theAnswerIsThatOfAllFactsAtOnce() {
    RandomPatterns patterns = new RandomPatterns(70);
    int compared = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = question(patterns);
      Outcome atOnce = MissedEventSearch.of(question, budget());
      FactChoice choice = FactChoice.of(question, budget());
      if (atOnce instanceof Outcome.Unknown || choice.outcome() instanceof Outcome.Unknown) {
        continue;
      }
      compared++;
      assertThat(choice.outcome()).as("%s", question).hasSameClassAs(atOnce);
      if (choice.outcome() instanceof Outcome.Missed missed) {
        assertThat(question.brokenBy(missed.event())).as("%s", question).isEmpty();
      }
    }
    assertThat(compared).as("questions that both decide").isGreaterThan(QUESTIONS * 9 / 10);
  }

  @Test
  void ofTheFactsTakenNoNeededOneCanBeLeftOut() {
    RandomPatterns patterns = new RandomPatterns(71);
    int needed = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      FactChoice choice = FactChoice.of(question(patterns), budget());
      if (!(choice.outcome() instanceof Outcome.None)) {
        continue;
      }
      Question enough = choice.withNeededFacts(budget());
      assertThat(MissedEventSearch.of(enough, budget())).isInstanceOf(Outcome.None.class);
      for (Fact dropped : enough.facts()) {
        needed++;
        List<Fact> rest = enough.facts().stream().filter(fact -> !fact.equals(dropped)).toList();
        assertThat(MissedEventSearch.of(enough.with(rest), budget()))
            .as("%s without `%s`", enough, dropped.holds().text())
            .isNotInstanceOf(Outcome.None.class);
      }
    }
    assertThat(needed).as("facts that some answer needs").isGreaterThan(20);
  }

  @Test
  void aFactOnAFieldThatNobodyAsksForIsNotTaken() {
    List<Fact> facts =
        IntStream.range(0, 50)
            .mapToObj(i -> new Fact("f" + i, FilterPattern.of("{ $.f" + i + " NOT EXISTS }"), "t"))
            .toList();
    Requirement requirement =
        new Requirement("test", FilterPattern.of("{ $.a = 1 }"), facts, List.of(), List.of());
    Question question = new Question(requirement, List.of(FilterPattern.of("{ $.a = 2 }")));
    FactChoice choice = FactChoice.of(question, budget());
    assertThat(choice.outcome()).isInstanceOf(Outcome.Missed.class);
    assertThat(choice.question().facts()).isEmpty();
  }
}

package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a question changes neither its answer nor what it costs. */
class AnswersTest {

  @ParameterizedTest
  @CsvSource({
    "'{ $.eventName = Delete* && $.a = %x.{3}y% }', '{ $.eventName = D* }',               COVERED",
    "'{ $.eventName = Delete* && $.a = %x.{3}y% }', '{ $.eventName = DeleteKey }',        MISSED",
    "'{ $.eventName = Delete* && $.a = %x.{60}y.{60}z% }', '{ $.eventName = D }',      UNDECIDED",
  })
  void aKnownAnswerCostsWhatItCost(String required, String deployed, Answer expected) {
    Requirement requirement = Requirement.of("control", FilterPattern.of(required));
    List<FilterPattern> tests = List.of(FilterPattern.of(deployed));
    Answers known = new Answers();
    StepBudget budget = new StepBudget(10_000_000);
    CoverageDecider decider = new CoverageDecider().within(budget);

    assertThat(decider.covers(requirement, tests)).isEqualTo(expected);
    long fresh = budget.used();
    assertThat(decider.covers(requirement, tests, known)).isEqualTo(expected);
    assertThat(decider.covers(requirement, tests, known)).isEqualTo(expected);

    assertThat(budget.used()).isEqualTo(3 * fresh);
  }

  @ParameterizedTest
  @CsvSource({"0, COVERED", "1, UNDECIDED"})
  void aBudgetThatIsUsedUpAnswersNothing(long missing, Answer expected) {
    Requirement requirement =
        Requirement.of("control", FilterPattern.of("{ $.eventName = Delete* }"));
    List<FilterPattern> tests = List.of(FilterPattern.of("{ $.eventName = D* }"));
    Answers known = new Answers();
    StepBudget first = new StepBudget(10_000_000);
    new CoverageDecider().within(first).covers(requirement, tests, known);

    CoverageDecider poor = new CoverageDecider().within(new StepBudget(first.used() - missing));

    assertThat(poor.covers(requirement, tests, known)).isEqualTo(expected);
  }
}

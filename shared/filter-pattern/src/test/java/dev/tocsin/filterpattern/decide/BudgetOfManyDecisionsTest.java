package dev.tocsin.filterpattern.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.Coverage;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.Requirement;
import dev.tocsin.filterpattern.text.StepBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetOfManyDecisionsTest {
  private static final Requirement REQUIRED =
      Requirement.of("control", FilterPattern.of("{ $.eventName = x }"));
  private static final List<FilterPattern> SEES = List.of(FilterPattern.of("{ $.eventName = x* }"));

  @Test
  void whereItIsUsedUpEachFurtherDecisionSaysForWhatItWas() {
    StepBudget whole = new StepBudget(50_000, "all questions of a test");
    CoverageDecider decider = new CoverageDecider().within(whole);

    assertThat(decider.decide(REQUIRED, SEES)).isInstanceOf(Coverage.Covered.class);
    while (whole.used() <= 50_000) {
      decider.decideOnly(REQUIRED, SEES);
    }

    assertThat(decider.decide(REQUIRED, SEES))
        .isEqualTo(
            new Coverage.Undecided(
                "too complex: more than 50000 steps are needed for all questions of a test"));
  }

  @Test
  void aLookThatIsTooShortIsUndecidedAndAFullOneIsNot() {
    CoverageDecider decider = new CoverageDecider().within(new StepBudget(1_000_000, "a test"));

    assertThat(decider.decide(REQUIRED, SEES, 1_000)).isInstanceOf(Coverage.Undecided.class);
    assertThat(decider.decide(REQUIRED, SEES)).isInstanceOf(Coverage.Covered.class);
  }

  @Test
  void aDeciderWithoutABudgetIsNotUsedUp() {
    CoverageDecider decider = new CoverageDecider();
    StepBudget whole = new StepBudget(1, "nothing");

    assertThat(decider.within(whole).decideOnly(REQUIRED, SEES))
        .isInstanceOf(Coverage.Undecided.class);
    assertThat(decider.decideOnly(REQUIRED, SEES)).isInstanceOf(Coverage.Covered.class);
  }
}

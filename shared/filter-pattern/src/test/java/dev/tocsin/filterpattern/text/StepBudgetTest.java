package dev.tocsin.filterpattern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepBudgetTest {

  @Test
  void allStepsMayBeSpentAndNoneMore() {
    StepBudget budget = new StepBudget(10, "a name");

    budget.spend(4);
    budget.spend(6);

    assertThat(budget.used()).isEqualTo(10);
    assertThatThrownBy(() -> budget.spend(1))
        .isInstanceOf(StepBudget.Exhausted.class)
        .hasMessage("more than 10 steps are needed for a name");
  }

  @Test
  void stepsOfAPartAreTakenFromTheWhole() {
    StepBudget whole = new StepBudget(10);
    StepBudget part = whole.part(7);

    part.spend(6);

    assertThat(whole.used()).isEqualTo(6);
    assertThatThrownBy(() -> part.spend(2)).hasMessage("more than 7 steps are needed");
    assertThatThrownBy(() -> whole.part(100).spend(5)).hasMessage("more than 10 steps are needed");
  }
}

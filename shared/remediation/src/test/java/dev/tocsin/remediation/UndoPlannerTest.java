package dev.tocsin.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlannedCall;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The accounts of {@code undo.json}: what is taken away, and what stays since others use it. */
class UndoPlannerTest {

  static Stream<AccountCase> cases() {
    return AccountCase.in("undo.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatOthersUseStays(AccountCase one) throws Exception {
    Plan plan =
        new UndoPlanner(Set.copyOf(AccountCase.CATALOG.ids()))
            .plan(one.account(), Set.copyOf(one.texts("kept")));

    assertThat(plan.calls().stream().map(PlannedCall::name)).isEqualTo(one.texts("calls"));
    assertThat(plan.calls()).allMatch(call -> !call.only().isEmpty() && !call.done().isEmpty());
    one.texts("byHand")
        .forEach(says -> assertThat(plan.byHand()).anyMatch(advice -> advice.contains(says)));
  }
}

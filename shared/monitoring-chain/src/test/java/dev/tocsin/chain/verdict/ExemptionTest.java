package dev.tocsin.chain.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.filterpattern.FilterPattern;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExemptionTest {
  private static final FilterPattern DEPLOYER = FilterPattern.of("{ $.userIdentity.userName = d }");
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  @Test
  void holdsUpToItsLastDay() {
    Exemption ending =
        new Exemption("pipeline", DEPLOYER, Optional.of("deploys"), Optional.of(LAST));

    assertThat(ending.holdsOn(LAST.minusDays(1))).isTrue();
    assertThat(ending.holdsOn(LAST)).isTrue();
    assertThat(ending.holdsOn(LAST.plusDays(1))).isFalse();
    assertThat(ending.brief()).isEqualTo("`pipeline` until 2026-12-31");
    assertThat(ending.inWords()).isEqualTo("`pipeline` until 2026-12-31 (deploys)");
    assertThat(ending.isUnnamed()).isFalse();
  }

  @Test
  void isCalledByItsPatternWhereNobodyNamesIt() {
    Exemption unnamed = Exemption.unnamed(DEPLOYER);

    assertThat(unnamed.holdsOn(LocalDate.MAX)).isTrue();
    assertThat(unnamed.inWords()).isEqualTo("`{ $.userIdentity.userName = d }`");
    assertThat(unnamed.isUnnamed()).isTrue();
  }
}

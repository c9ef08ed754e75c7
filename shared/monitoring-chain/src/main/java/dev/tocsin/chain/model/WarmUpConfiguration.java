package dev.tocsin.chain.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The time after its making or its last change in which an alarm is not evaluated, and tells
 * nobody.
 *
 * @param warmUpPeriodDurationInMinutes 1 to 2,880
 * @param onlyStartEvaluatingAfterWarmUpPeriodEnds whether data that fill the window earlier change
 *     nothing; absent means false
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record WarmUpConfiguration(
    Integer warmUpPeriodDurationInMinutes, Boolean onlyStartEvaluatingAfterWarmUpPeriodEnds) {

  private static final int TWO_DAYS = 2_880;

  public WarmUpConfiguration {
    Checks.between(1, TWO_DAYS, "WarmUpPeriodDurationInMinutes", warmUpPeriodDurationInMinutes);
    onlyStartEvaluatingAfterWarmUpPeriodEnds =
        onlyStartEvaluatingAfterWarmUpPeriodEnds != null
            && onlyStartEvaluatingAfterWarmUpPeriodEnds;
  }
}

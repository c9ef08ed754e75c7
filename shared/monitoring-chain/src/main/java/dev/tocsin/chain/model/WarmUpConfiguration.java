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

  public WarmUpConfiguration {
    onlyStartEvaluatingAfterWarmUpPeriodEnds =
        onlyStartEvaluatingAfterWarmUpPeriodEnds != null
            && onlyStartEvaluatingAfterWarmUpPeriodEnds;
  }
}

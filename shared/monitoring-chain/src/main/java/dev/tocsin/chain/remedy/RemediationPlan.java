package dev.tocsin.chain.remedy;

import java.util.List;

/**
 * What would be done about an account's findings.
 *
 * @param calls the API calls, in the order they are made
 * @param byHand what only a person can do, or should decide; lower case, no final stop
 */
public record RemediationPlan(List<PlannedCall> calls, List<String> byHand) {
  public RemediationPlan {
    calls = List.copyOf(calls);
    byHand = List.copyOf(byHand);
  }
}

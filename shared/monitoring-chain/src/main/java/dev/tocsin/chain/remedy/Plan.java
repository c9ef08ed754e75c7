package dev.tocsin.chain.remedy;

import java.util.List;

/**
 * What would be done in one account.
 *
 * @param account whose it is, twelve digits; carried out in no other
 * @param calls the API calls, in the order they are made
 * @param byHand what only a person can do, or should decide; lower case, no final stop
 */
public record Plan(String account, List<PlannedCall> calls, List<String> byHand) {
  public Plan {
    calls = List.copyOf(calls);
    byHand = List.copyOf(byHand);
  }
}

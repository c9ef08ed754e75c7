package dev.tocsin.chain.remedy;

import java.util.List;

/**
 * What would be done in one account.
 *
 * @param account whose it is, twelve digits; carried out in no other
 * @param calls the API calls, in the order they are made
 * @param byHand what only a person can do, or should decide; lower case, no final stop
 * @param noise for each control whose alarm or rule is made or mended, what makes it ring in an
 *     account where nothing is wrong
 */
public record Plan(
    String account, List<PlannedCall> calls, List<String> byHand, List<String> noise) {

  public Plan {
    noise = List.copyOf(noise);
    calls = List.copyOf(calls);
    byHand = List.copyOf(byHand);
  }
}

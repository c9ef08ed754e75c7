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
 * @param notes what the verdicts that the plan starts from say beside their findings, for example
 *     of rules that are about findings of a service; each once
 */
public record Plan(
    String account,
    List<PlannedCall> calls,
    List<String> byHand,
    List<String> noise,
    List<String> notes) {

  public Plan {
    notes = List.copyOf(notes);
    noise = List.copyOf(noise);
    calls = List.copyOf(calls);
    byHand = List.copyOf(byHand);
  }
}

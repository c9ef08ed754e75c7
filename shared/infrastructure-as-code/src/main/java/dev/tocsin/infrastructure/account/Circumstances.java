package dev.tocsin.infrastructure.account;

import java.time.Instant;

/**
 * What neither plan nor template says.
 *
 * @param account the twelve digits of the account
 * @param region where things are made that name no Region
 * @param now the moment that is judged
 */
public record Circumstances(String account, String region, Instant now) {

  /** Stands for the account's digits where nobody gives them; no account has them. */
  public static final String NO_ACCOUNT = "000000000000";
}

package dev.tocsin.aws;

import java.time.Instant;

/**
 * What AWS Config is told of an account for one rule.
 *
 * @param account twelve digits
 * @param complianceType the outcome as AWS Config spells it, for example {@code NON_COMPLIANT}
 * @param annotation 1 to 256 characters
 * @param orderingTimestamp the moment it holds for; Config keeps the latest
 */
public record AccountEvaluation(
    String account, String complianceType, String annotation, Instant orderingTimestamp) {}

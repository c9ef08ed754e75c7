package dev.tocsin.aws;

import dev.tocsin.chain.verdict.ComplianceType;
import java.time.Instant;

/**
 * What AWS Config is told of an account for one rule.
 *
 * @param account twelve digits
 * @param complianceType the outcome
 * @param annotation 1 to 256 characters
 * @param orderingTimestamp the moment it holds for; Config keeps the latest
 */
public record AccountEvaluation(
    String account, ComplianceType complianceType, String annotation, Instant orderingTimestamp) {}

package dev.tocsin.evaluation;

import dev.tocsin.chain.verdict.ComplianceType;
import java.util.List;

/**
 * The verdicts on one account.
 *
 * @param account twelve digits
 * @param region where the evaluation ran
 * @param basis what they rest on
 * @param evaluations one for each control asked about, in that order
 */
public record AccountVerdicts(
    String account, String region, Basis basis, List<Evaluation> evaluations) {

  public AccountVerdicts {
    evaluations = List.copyOf(evaluations);
  }

  /** True iff some control does not hold. */
  public boolean notGood() {
    return count(ComplianceType.NON_COMPLIANT) > 0;
  }

  /** How many controls have that outcome. */
  public int count(ComplianceType type) {
    return (int) evaluations.stream().filter(e -> e.verdict().complianceType() == type).count();
  }
}

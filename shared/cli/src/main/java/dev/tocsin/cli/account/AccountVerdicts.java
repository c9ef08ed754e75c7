package dev.tocsin.cli.account;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.evaluation.Evaluation;
import java.util.List;

/**
 * The verdicts on one account.
 *
 * @param snapshot the account
 * @param evaluations one for each control asked about, in that order
 */
record AccountVerdicts(Snapshot snapshot, List<Evaluation> evaluations) {

  /** True iff some control does not hold. */
  boolean notGood() {
    return evaluations.stream()
        .anyMatch(e -> e.verdict().complianceType() == ComplianceType.NON_COMPLIANT);
  }
}

package dev.tocsin.chain.verdict;

/** The outcomes of AWS Config that this product reports. */
public enum ComplianceType {
  COMPLIANT,
  NON_COMPLIANT,
  NOT_APPLICABLE
}

package dev.tocsin.cli.account;

import dev.tocsin.chain.verdict.ComplianceType;
import java.util.Locale;

/** Outcomes as {@code --only} names them. */
enum Shown {
  NON_COMPLIANT(ComplianceType.NON_COMPLIANT),
  COMPLIANT(ComplianceType.COMPLIANT),
  NOT_APPLICABLE(ComplianceType.NOT_APPLICABLE);

  private final ComplianceType type;

  Shown(ComplianceType type) {
    this.type = type;
  }

  ComplianceType type() {
    return type;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.tocsin.report;

import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.evaluation.AccountVerdicts;
import java.util.ArrayList;
import java.util.List;

/**
 * How a whole report comes out, counted once for every form that people read.
 *
 * @param whole accounts in which nothing is broken and something holds
 * @param broken accounts in which some control does not hold
 * @param elsewhere accounts of which every control is decided elsewhere
 * @param unread accounts that were not judged
 * @param controls verdicts on all accounts, by outcome
 */
public record Totals(int whole, int broken, int elsewhere, int unread, Controls controls) {

  /** How many verdicts have which outcome. */
  public record Controls(int compliant, int nonCompliant, int notApplicable) {

    /** Of one account. */
    static Controls of(AccountVerdicts account) {
      return new Controls(
          account.count(ComplianceType.COMPLIANT),
          account.count(ComplianceType.NON_COMPLIANT),
          account.count(ComplianceType.NOT_APPLICABLE));
    }

    private Controls plus(Controls other) {
      return new Controls(
          compliant + other.compliant,
          nonCompliant + other.nonCompliant,
          notApplicable + other.notApplicable);
    }

    /** All of them. */
    public int all() {
      return compliant + nonCompliant + notApplicable;
    }

    /** For example {@code 12 of 15 controls compliant, 3 not compliant}. */
    public String inWords() {
      List<String> words = new ArrayList<>();
      words.add("%d of %d controls compliant".formatted(compliant, all()));
      if (nonCompliant > 0) {
        words.add(nonCompliant + " not compliant");
      }
      if (notApplicable > 0) {
        words.add(notApplicable + " decided elsewhere");
      }
      return String.join(", ", words);
    }
  }

  /** Of all accounts of the report. */
  public static Totals of(Report report) {
    return new Totals(
        count(report, ComplianceType.COMPLIANT),
        count(report, ComplianceType.NON_COMPLIANT),
        count(report, ComplianceType.NOT_APPLICABLE),
        report.unread().size(),
        report.accounts().stream().map(Controls::of).reduce(new Controls(0, 0, 0), Controls::plus));
  }

  private static int count(Report report, ComplianceType outcome) {
    return (int) report.accounts().stream().filter(one -> outcome(one) == outcome).count();
  }

  /** How an account comes out: as its worst control does; decided elsewhere only if all are. */
  public static ComplianceType outcome(AccountVerdicts account) {
    if (account.notGood()) {
      return ComplianceType.NON_COMPLIANT;
    }
    return account.count(ComplianceType.COMPLIANT) > 0
        ? ComplianceType.COMPLIANT
        : ComplianceType.NOT_APPLICABLE;
  }

  /** How many accounts were asked about. */
  public int accounts() {
    return whole + broken + elsewhere + unread;
  }

  /** Whether there is more than one account to sum up. */
  public boolean several() {
    return accounts() > 1;
  }

  /** For example {@code 3 accounts: every control holds in 1, not in 1, not judged 1}. */
  public String accountsInWords() {
    List<String> words = new ArrayList<>();
    words.add("every control holds in " + whole);
    if (broken > 0) {
      words.add("not in " + broken);
    }
    if (elsewhere > 0) {
      words.add("decided elsewhere " + elsewhere);
    }
    if (unread > 0) {
      words.add("not judged " + unread);
    }
    return accounts() + (accounts() == 1 ? " account: " : " accounts: ") + String.join(", ", words);
  }
}

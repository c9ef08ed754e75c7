package dev.tocsin.report;

import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Evaluation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is reported.
 *
 * @param accounts the verdicts on each account that was judged, in the order of the output
 * @param unread the accounts that were asked about and not judged, so that none is silently left
 *     out
 */
public record Report(List<AccountVerdicts> accounts, List<UnreadAccount> unread) {

  public Report {
    accounts = List.copyOf(accounts);
    unread = List.copyOf(unread);
  }

  /** On one account. */
  public static Report of(AccountVerdicts account) {
    return new Report(List.of(account), List.of());
  }

  /**
   * One verdict with the account it is on.
   *
   * @param account all verdicts on that account
   */
  public record Line(AccountVerdicts account, Evaluation evaluation) {

    /** The sections of the benchmark that ask for the control, for example {@code 4.3}. */
    public String section() {
      String benchmark = account.basis().parameters().benchmark().id();
      return String.join(", ", evaluation.control().sections().getOrDefault(benchmark, List.of()));
    }

    /** The events of the control that need not alarm, in words; empty iff none is exempted. */
    public String exempted() {
      return evaluation.verdict().exempt().stream()
          .map(Exemption::inWords)
          .collect(Collectors.joining("; "));
    }

    /** True iff the control does not hold. */
    public boolean broken() {
      return evaluation.verdict().complianceType() == ComplianceType.NON_COMPLIANT;
    }
  }

  /** Every verdict, account by account. */
  public Stream<Line> lines() {
    return accounts.stream().flatMap(Report::lines);
  }

  /** Every verdict on one account. */
  public static Stream<Line> lines(AccountVerdicts account) {
    return account.evaluations().stream().map(evaluation -> new Line(account, evaluation));
  }
}

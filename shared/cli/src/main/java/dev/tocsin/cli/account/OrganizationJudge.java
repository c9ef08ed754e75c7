package dev.tocsin.cli.account;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.cli.account.ManyOptions.Member;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.RuleParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges an organization's accounts from where its trail delivers. An account is read itself iff
 * not every control holds there; its own answer counts unless that is only that all is decided
 * elsewhere.
 */
final class OrganizationJudge {
  private final MemberAccounts reader;
  private final AccountJudge judge;
  private final List<Control> controls;
  private final RuleParameters parameters;

  OrganizationJudge(
      MemberAccounts reader,
      AccountJudge judge,
      List<Control> controls,
      RuleParameters parameters) {
    this.reader = reader;
    this.judge = judge;
    this.controls = controls;
    this.parameters = parameters;
  }

  /** The verdicts on one of them; called from several threads. */
  AccountVerdicts judge(Member member) {
    List<AccountVerdicts> there = new ArrayList<>();
    for (MemberAccounts.Watched watched : reader.watched(member)) {
      AccountVerdicts verdicts = judge(watched.snapshot(), parameters.watchedBy(watched.account()));
      if (all(verdicts, ComplianceType.COMPLIANT)) {
        return verdicts;
      }
      there.add(verdicts);
    }
    AccountVerdicts own = judge(reader.read(member), parameters);
    return all(own, ComplianceType.NOT_APPLICABLE)
        ? there.stream()
            .max(Comparator.comparingInt(verdicts -> verdicts.count(ComplianceType.COMPLIANT)))
            .orElse(own)
        : own;
  }

  private AccountVerdicts judge(Snapshot snapshot, RuleParameters by) {
    return judge.judge(snapshot, controls, by, Confirmation.NOT_ASKED);
  }

  private static boolean all(AccountVerdicts verdicts, ComplianceType type) {
    return verdicts.count(type) == verdicts.evaluations().size();
  }
}

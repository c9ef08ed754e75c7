package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountVerdictsTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();

  @Test
  void outcomesAreCounted() throws Exception {
    AccountVerdicts broken = verdicts("broken-links");
    AccountVerdicts good = verdicts("good");

    assertThat(broken.notGood()).isTrue();
    assertThat(broken.count(ComplianceType.NON_COMPLIANT)).isEqualTo(2);
    assertThat(broken.count(ComplianceType.COMPLIANT)).isZero();
    assertThat(good.notGood()).isFalse();
    assertThat(good.count(ComplianceType.COMPLIANT)).isEqualTo(2);
  }

  private static AccountVerdicts verdicts(String account) throws Exception {
    Snapshot snapshot = Accounts.read(Accounts.json(account));
    RuleParameters parameters = (RuleParameters) RuleParameters.parse(CATALOG, Map.of());
    List<Evaluation> evaluations =
        List.of("security-group-changes", "vpc-changes").stream()
            .map(id -> CATALOG.find(id).orElseThrow())
            .map(control -> evaluation(control, parameters, snapshot))
            .toList();
    return new AccountVerdicts(
        snapshot.account(),
        snapshot.region(),
        Basis.of(snapshot, parameters, Instant.EPOCH),
        evaluations);
  }

  private static Evaluation evaluation(
      Control control, RuleParameters parameters, Snapshot snapshot) {
    return new Evaluation(
        control, new ControlJudge().judge(control, parameters, snapshot, Confirmation.NOT_ASKED));
  }
}

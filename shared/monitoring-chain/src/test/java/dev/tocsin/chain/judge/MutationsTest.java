package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.second.SecondJudge;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Breaks good accounts at random. Whatever is still {@code COMPLIANT} a {@link SecondJudge} has to
 * confirm. {@code -Dtocsin.mutations=10000} tries more, {@code -Dtocsin.mutations.seed=…} others.
 */
class MutationsTest {
  private static final int TIMES = Integer.getInteger("tocsin.mutations", 250);
  private static final long SEED = Long.getLong("tocsin.mutations.seed", 0);

  private static List<Good> goods;

  @BeforeAll
  static void readGoodAccounts() throws Exception {
    goods = Good.all();
  }

  @Test
  void nothingIsCompliantThatTheSecondJudgeDoesNotConfirm() throws Exception {
    List<String> unconfirmed = new ArrayList<>();
    int compliant = 0;
    int broken = 0;
    for (int i = 0; i < TIMES; i++) {
      Good good = goods.get(i % goods.size());
      ObjectNode account = good.account().deepCopy();
      List<String> done = new Mutations(account, SEED + i).apply();
      Snapshot snapshot;
      try {
        snapshot = SnapshotJson.read(account, good.name());
      } catch (BadSnapshot refused) {
        continue;
      }
      if (!good.judge(snapshot).compliant()) {
        broken++;
      } else if (SecondJudge.confirms(account, good.terms(snapshot))) {
        compliant++;
      } else {
        unconfirmed.add("seed %d, %s: %s".formatted(SEED + i, good.name(), done));
      }
    }

    assertThat(unconfirmed).isEmpty();
    assertThat(compliant).isGreaterThan(TIMES / 10);
    assertThat(broken).isGreaterThan(TIMES / 10);
  }

  @Test
  void theSecondJudgeConfirmsMostGoodAccountsAndNoBadOne() throws Exception {
    assertThat(goods).hasSizeGreaterThan(100);
    for (Case one : CaseFiles.all()) {
      Verdict verdict = one.verdict();
      if (!verdict.compliant() && !one.file().equals("scale")) {
        Good bad = Good.of(one.id(), Good.tree(one.snapshot()), one.requirement(), one.options());
        assertThat(SecondJudge.confirms(bad.account(), bad.terms(one.snapshot())))
            .as(one.toString())
            .isFalse();
      }
    }
  }
}

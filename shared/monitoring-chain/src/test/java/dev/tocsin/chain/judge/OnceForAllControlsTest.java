package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Watcher;
import dev.tocsin.filterpattern.EventTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A filter is read once for a snapshot, so that its automata are made once, however many controls
 * are judged.
 */
class OnceForAllControlsTest {
  private static final JudgeOptions OPTIONS =
      new JudgeOptions(
          false, Set.of(), Set.of(), 1, Optional.empty(), Instant.parse("2026-11-20T12:00:00Z"));

  @Test
  void theSameFilterIsTheSameTestForEveryControl() throws Exception {
    Snapshot account = account();
    ChainJudge judge = new ChainJudge();

    List<EventTest> ofTrail = tests(judge, account, "trail");
    List<EventTest> ofRoot = tests(judge, account, "root");

    assertThat(ofTrail).isNotEmpty().hasSameSizeAs(ofRoot);
    for (int i = 0; i < ofTrail.size(); i++) {
      assertThat(ofRoot.get(i)).isSameAs(ofTrail.get(i));
    }
  }

  @Test
  void anotherSnapshotsFiltersAreReadAnew() throws Exception {
    ChainJudge judge = new ChainJudge();

    EventTest first = tests(judge, account(), "trail").get(0);
    EventTest second = tests(judge, account(), "trail").get(0);

    assertThat(second).isEqualTo(first).isNotSameAs(first);
  }

  private static Snapshot account() throws Exception {
    return SnapshotJson.read(CaseFiles.read("whole-account.json"), "account");
  }

  private static List<EventTest> tests(ChainJudge judge, Snapshot account, String control) {
    return judge.watchers(account, Controls.requirement(control), OPTIONS).stream()
        .filter(watcher -> watcher.link() == Link.METRIC_FILTER)
        .map(Watcher::test)
        .toList();
  }
}

package dev.tocsin.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.aws.AccountReader;
import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.SnapshotRequest;
import dev.tocsin.catalog.Benchmark;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.WithEmulator;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.RuleParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped account, played on the emulator: a drill of each control finds the link that the
 * judge calls broken, by what it sees happen, and gets through where the judge finds none.
 */
@WithEmulator
final class ShippedAccountsTest {
  private static final Path ACCOUNTS =
      Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts");
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final ControlJudge JUDGE = new ControlJudge(CATALOG);
  private static final RuleParameters PARAMETERS =
      (RuleParameters) RuleParameters.parse(CATALOG, Map.of());

  /** Where a record gets through though a link is broken: a trail is read and not drilled. */
  private static final Set<String> TOLD_NEVERTHELESS =
      Set.of("broken-links.json kms-cmk-disable-or-delete");

  /** Of the controls that are whole so many are drilled; of those that are not, every one. */
  private static final int ENOUGH_WHOLE = 1;

  /** What is broken in some shipped account, so that nobody takes one away unseen. */
  private static final Set<Link> BROKEN_SOMEWHERE =
      Set.of(
          Link.TRAIL,
          Link.METRIC_FILTER,
          Link.METRIC,
          Link.ALARM,
          Link.ACTION,
          Link.TOPIC,
          Link.SUBSCRIPTION);

  private static final Set<Link> FOUND = EnumSet.noneOf(Link.class);
  private static int drilled;

  @AfterAll
  static void everyBrokenLinkWasDrilled() {
    assertThat(FOUND).isEqualTo(BROKEN_SOMEWHERE);
    assertThat(drilled).as("drills of broken chains").isGreaterThan(100);
  }

  static List<String> accounts() throws IOException {
    try (Stream<Path> files = Files.list(ACCOUNTS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void drillSaysWhatTheJudgeSays(String name, AwsEmulator aws) throws IOException {
    PlayedAccount.build(aws, Files.readString(ACCOUNTS.resolve(name)));
    PlayedTime time = new PlayedTime(aws);
    try (AwsClients clients = DrillClients.of(aws, "us-east-1")) {
      Snapshot snapshot =
          new AccountReader(clients, Clock.systemUTC())
              .read(SnapshotRequest.of(AwsEmulator.ACCOUNT_ID, "us-east-1"));
      int whole = 0;
      for (Control control : CATALOG.controls()) {
        if (!control.isIn(Benchmark.DEFAULT)) {
          continue;
        }
        Verdict verdict = JUDGE.judge(control, PARAMETERS, snapshot, Confirmation.NOT_ASKED);
        if (verdict.compliant() && whole == ENOUGH_WHOLE) {
          continue;
        }
        whole += verdict.compliant() ? 1 : 0;
        drill(name, control, verdict, snapshot, clients, time);
        time.pause(Duration.ofHours(1));
      }
    }
  }

  private static void drill(
      String name,
      Control control,
      Verdict verdict,
      Snapshot snapshot,
      AwsClients clients,
      Pace time) {
    DrillPlan plan = new DrillPlanner(JUDGE).plan(control, PARAMETERS, snapshot, time.now());

    DrillReport report = new Drill(clients, time).run(plan, step -> {});

    Optional<Link> judged = verdict.findings().stream().map(one -> one.link()).findFirst();
    assertThat(report.broken().map(Step::link))
        .as("%s: %s %s", control.id(), verdict.findings(), report.steps())
        .isEqualTo(judged);
    boolean toldNevertheless = TOLD_NEVERTHELESS.contains(name + " " + control.id());
    assertThat(report.told().isPresent())
        .as("%s: %s", control.id(), report.steps())
        .isEqualTo(verdict.compliant() || toldNevertheless);
    assertThat(report.good()).as(control.id()).isEqualTo(verdict.compliant());
    judged.ifPresent(FOUND::add);
    drilled += judged.isPresent() ? 1 : 0;
  }
}

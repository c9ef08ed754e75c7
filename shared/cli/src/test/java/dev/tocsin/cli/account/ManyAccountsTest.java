package dev.tocsin.cli.account;

import static dev.tocsin.cli.Run.tocsin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.Json;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MadeUpCredentials;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.WithEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accounts read in a role of each over HTTP. With {@code -Dtocsin.accounts=1000} as many of them,
 * with the time, the calls and the memory on standard output.
 */
@WithEmulator
class ManyAccountsTest {
  private static final int ACCOUNTS = Integer.getInteger("tocsin.accounts", 5);
  private static final String HOME = "eu-west-1";
  private static final String PATTERN =
      "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS"
          + " && $.eventType != \"AwsServiceEvent\" }";

  @TempDir private Path folder;

  private AwsEmulator aws;

  @BeforeEach
  void credentials(AwsEmulator emulator) {
    aws = emulator;
    MadeUpCredentials.use();
  }

  @AfterEach
  void noCredentials() {
    MadeUpCredentials.takeAway();
  }

  private static String account(int number) {
    return "%012d".formatted(200_000_000_000L + number);
  }

  private Path accounts(int number) throws IOException {
    List<String> lines = new ArrayList<>(List.of("# account, name", ""));
    IntStream.range(0, number).forEach(i -> lines.add(account(i) + ", name " + i));
    return Files.write(folder.resolve("accounts.csv"), lines);
  }

  private void watch(String account) {
    new MonitoredAccount(aws.inAccount(account), HOME)
        .createTrail()
        .createTopic("alerts")
        .putMetricFilter("root", PATTERN)
        .putMetricAlarm("root", "alerts");
  }

  private Run evaluate(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--control",
                "root-account-usage",
                "--region",
                HOME,
                "--endpoint-url",
                aws.endpoint().toString()));
    arguments.addAll(List.of(options));
    return tocsin(arguments.toArray(String[]::new));
  }

  private static List<JsonNode> lines(Run run) {
    return run.out().lines().map(line -> Json.read(line, "line")).toList();
  }

  @Test
  void everyAccountIsReadInItsRoleAndAnsweredInItsPlace() throws Exception {
    IntStream.range(0, ACCOUNTS).filter(i -> i % 2 == 0).forEach(i -> watch(account(i)));
    aws.forgetRequests();
    long start = System.nanoTime();
    Run run = evaluate("--accounts", accounts(ACCOUNTS).toString());
    report(start);
    List<JsonNode> lines = lines(run);
    assertThat(lines).as(run.err()).hasSize(ACCOUNTS);
    for (int i = 0; i < ACCOUNTS; i++) {
      assertThat(lines.get(i).path("id").asText()).isEqualTo(account(i));
      assertThat(lines.get(i).path("account").asText()).isEqualTo(account(i));
      assertThat(lines.get(i).path("verdicts").get(0).path("complianceType").asText())
          .as(lines.get(i).toString())
          .isEqualTo(i % 2 == 0 ? "COMPLIANT" : "NON_COMPLIANT");
    }
    assertThat(run.exitCode()).isEqualTo(ACCOUNTS == 1 ? 0 : 1);
  }

  private void report(long start) {
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        "%d accounts: %.1f s, %d calls, %d MB in use after%n",
        ACCOUNTS, (System.nanoTime() - start) / 1e9, aws.requests().size(), used >> 20);
  }

  @Test
  void oneThatCannotBeReadIsNamedAndResumed() throws Exception {
    watch(account(0));
    watch(account(1));
    aws.fail(InjectedFault.accessDenied("cloudtrail", "DescribeTrails").times(1));
    String file = accounts(2).toString();
    Run run = evaluate("--accounts", file);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(lines(run).stream().filter(line -> line.has("error"))).hasSize(1);
    assertThat(run.out()).contains("cloudtrail:DescribeTrails");
    assertThat(run.err()).contains("1 of 2 accounts have no verdict");
    Path before = Files.writeString(folder.resolve("before.jsonl"), run.out() + "{\"id\":\"cut");
    Run again = evaluate("--accounts", file, "--resume", before.toString());
    assertThat(again.exitCode()).as(again.err() + again.out()).isZero();
    assertThat(lines(again)).hasSize(1);
  }

  @Test
  void everyRegionIsALineOfItsOwn() throws Exception {
    watch(account(0));
    Run run = evaluate("--accounts", accounts(1).toString(), "--regions", HOME + ",us-east-1");
    assertThat(lines(run))
        .extracting(line -> line.path("id").asText() + " in " + line.path("region").asText())
        .containsExactly(
            account(0) + " " + HOME + " in " + HOME, account(0) + " us-east-1 in us-east-1");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void theMonitoringAccountIsReadOnce() throws Exception {
    watch(account(9));
    aws.forgetRequests();
    Run run = evaluate("--accounts", accounts(3).toString(), "--monitoring-account", account(9));
    assertThat(lines(run)).hasSize(3).noneMatch(line -> line.has("error"));
    assertThat(aws.requests().stream().filter(r -> r.operation().equals("DescribeTrails")))
        .hasSize(1);
    // Its trail is no organization's, so it does not see the others' events.
    assertThat(run.out()).contains("is no organization trail");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void whatIsNoAccountIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "111122223333\nnope\n");
    assertThat(evaluate("--accounts", file.toString()).err())
        .contains("line 2: expected an account of twelve digits, found `nope`");
    // So `aws organizations list-accounts --query Accounts[].Id --output text` writes them.
    Files.writeString(file, "111122223333\t444455556666\n");
    assertThat(evaluate("--accounts", file.toString()).err())
        .contains("line 1: expected one account, found `111122223333` and `444455556666`");
    assertThat(evaluate("--resume", file.toString()).err())
        .contains("Fix: add `--accounts` or `--organization`");
    assertThat(evaluate("--role-name", "reader").err())
        .contains("Fix: add `--accounts` or `--organization`");
  }

  @Test
  void aFolderOfSnapshotsIsAnsweredWithALineEach() throws Exception {
    Path good = Path.of("../examples/accounts/good.json");
    Files.copy(good, folder.resolve("a.json"));
    Files.writeString(folder.resolve("b.json"), "{");
    Run run = tocsin("evaluate", "--control", "vpc-changes", "--snapshot", folder.toString());
    assertThat(lines(run)).hasSize(2);
    assertThat(lines(run).get(0).path("verdicts").get(0).path("complianceType").asText())
        .isEqualTo("COMPLIANT");
    assertThat(lines(run).get(1).path("error").asText()).contains("b.json");
    assertThat(run.exitCode()).isEqualTo(2);
    Run two =
        tocsin(
            "evaluate",
            "--control",
            "vpc-changes",
            "--snapshot",
            good.toString(),
            "--snapshot",
            good.toString());
    assertThat(lines(two)).hasSize(2);
  }
}

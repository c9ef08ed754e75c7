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
import dev.tocsin.emulator.RecordedCall;
import dev.tocsin.emulator.WithEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts of an organization, found and judged over HTTP. */
@WithEmulator
class OrganizationTest {
  private static final String HOME = "eu-west-1";
  private static final String ROOT =
      "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS"
          + " && $.eventType != \"AwsServiceEvent\" }";
  private static final String ELSE = "{ $.eventName = ConsoleLogin }";

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

  private JsonNode organizations(String operation, Map<String, ?> parameters) {
    return aws.call("organizations", "us-east-1", operation, parameters);
  }

  private void createOrganization() {
    organizations("CreateOrganization", Map.of("FeatureSet", "ALL"));
  }

  private String createAccount(String name) {
    return organizations(
            "CreateAccount", Map.of("AccountName", name, "Email", name + "@example.com"))
        .path("CreateAccountStatus")
        .path("AccountId")
        .asText();
  }

  private static void watch(MonitoredAccount account, String pattern) {
    account.createTopic("alerts").putMetricFilter("root", pattern).putMetricAlarm("root", "alerts");
  }

  private MonitoredAccount account(AwsEmulator in) {
    return new MonitoredAccount(in, HOME);
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

  private static Map<String, String> answers(Run run) {
    Map<String, String> answers = new TreeMap<>();
    run.out()
        .lines()
        .map(line -> Json.read(line, "line"))
        .forEach(
            line ->
                answers.put(
                    line.path("id").asText(),
                    line.path("verdicts").path(0).path("complianceType").asText("none")));
    return answers;
  }

  private long calls(String operation) {
    return aws.requests().stream().map(RecordedCall::operation).filter(operation::equals).count();
  }

  @Test
  void membersAreAnsweredFromWhereTheTrailDelivers() {
    createOrganization();
    watch(account(aws).createOrganizationTrail(), ROOT);
    String member = createAccount("member");
    String closed = createAccount("closed");
    organizations("CloseAccount", Map.of("AccountId", closed));
    aws.forgetRequests();

    Run run = evaluate("--organization");

    assertThat(answers(run))
        .as(run.err() + run.out())
        .isEqualTo(Map.of(AwsEmulator.ACCOUNT_ID, "COMPLIANT", member, "COMPLIANT"));
    assertThat(run.out()).contains("\"monitoringAccount\":\"" + AwsEmulator.ACCOUNT_ID + "\"");
    assertThat(run.exitCode()).isZero();
    assertThat(calls("AssumeRole")).isZero();
    assertThat(calls("ListAccounts")).isEqualTo(2);
    // To find who receives the records, and to read that account for others and for itself.
    assertThat(calls("DescribeTrails")).isEqualTo(3);
  }

  @Test
  void whatDoesNotHoldThereIsLookedForInTheAccount() {
    createOrganization();
    watch(account(aws).createOrganizationTrail(), ELSE);
    String without = createAccount("without");
    String own = createAccount("own");
    watch(account(aws.inAccount(own)).createTrail(), ROOT);

    Run run = evaluate("--organization");

    assertThat(answers(run))
        .as(run.err() + run.out())
        .isEqualTo(
            Map.of(
                AwsEmulator.ACCOUNT_ID,
                "NON_COMPLIANT",
                without,
                "NON_COMPLIANT",
                own,
                "COMPLIANT"));
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void anAccountThatCannotBeReadIsALineAndTheOthersAreShownTogether() throws Exception {
    createOrganization();
    String member = createAccount("member");
    watch(account(aws.inAccount(member)).createTrail(), ROOT);
    createAccount("other");
    aws.fail(InjectedFault.accessDenied("sts", "AssumeRole").times(1));

    Path page = folder.resolve("report.html");
    Run run = evaluate("--organization", "-o", page.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(Files.readString(page))
        .contains("class=\"tile", "account not judged", "sts:AssumeRole");
    assertThat(run.err()).contains("1 of 3 accounts have no verdict");
  }

  @Test
  void anAccountThatMayNotAskIsTold() {
    Run none = evaluate("--organization");
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("it has no active account");
    aws.fail(
        new InjectedFault(
            "organizations",
            "ListAccounts",
            Map.of(),
            "AWSOrganizationsNotInUseException",
            "Your account is not a member of an organization.",
            400,
            1));
    Run outside = evaluate("--organization");
    assertThat(outside.exitCode()).isEqualTo(3);
    assertThat(outside.err()).contains("in no organization", "`--accounts`");
    aws.fail(InjectedFault.accessDenied("organizations", "ListAccounts"));
    assertThat(evaluate("--organization").err())
        .contains("management account or of a delegated administrator");
    assertThat(evaluate("--organization", "--accounts", "x").err()).contains("found both");
  }
}

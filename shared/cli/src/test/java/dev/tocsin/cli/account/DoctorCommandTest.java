package dev.tocsin.cli.account;

import static dev.tocsin.cli.Run.tocsin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.Run;
import dev.tocsin.emulator.AwsEmulator;
import dev.tocsin.emulator.InjectedFault;
import dev.tocsin.emulator.MadeUpCredentials;
import dev.tocsin.emulator.MonitoredAccount;
import dev.tocsin.emulator.WithEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithEmulator
class DoctorCommandTest {
  private static final String HOME = "eu-west-1";

  private AwsEmulator aws;

  @BeforeEach
  void anAccount(AwsEmulator emulator) {
    aws = emulator;
    MadeUpCredentials.use();
    new MonitoredAccount(emulator, HOME).createTrail();
  }

  private Run doctor(String format) {
    String endpoint = aws.endpoint().toString();
    return tocsin("doctor", "--region", HOME, "--endpoint-url", endpoint, "--format", format);
  }

  @Test
  void everyRefusedCallIsNamedNotTheFirstOnly() {
    aws.fail(InjectedFault.accessDenied("logs", "DescribeMetricFilters"));
    aws.fail(InjectedFault.accessDenied("cloudwatch", "DescribeAlarms"));
    Run run = doctor("table");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> line.startsWith("missing")))
        .anyMatch(line -> line.contains("allow `logs:DescribeMetricFilters`"))
        .anyMatch(line -> line.contains("allow `cloudwatch:DescribeAlarms`"))
        .anyMatch(line -> line.contains("AWS Config does not record in " + HOME))
        .hasSize(3);
    assertThat(run.out())
        .contains("good     credentials: account " + AwsEmulator.ACCOUNT_ID)
        .contains("good     cloudtrail:GetEventSelectors");
  }

  @Test
  void callsThatReadTheRolesOfTargetsAreAsked() {
    aws.fail(InjectedFault.accessDenied("iam", "GetRolePolicy"));
    Run run = doctor("table");
    assertThat(run.out().lines().filter(line -> line.startsWith("missing  iam:")))
        .singleElement()
        .asString()
        .contains("allow `iam:GetRolePolicy`", "a rule whose target has a role");
    assertThat(run.out())
        .contains("good     iam:GetRole:", "good     iam:ListAttachedRolePolicies")
        .contains("good     iam:ListRolePolicies", "good     iam:GetPolicy:")
        .contains("good     iam:GetPolicyVersion");
  }

  @Test
  void jsonHasTheSame() {
    Run run = doctor("json");
    assertThat(run.out()).contains("\"what\" : \"recorder\"", "\"good\" : false");
  }

  @Test
  void withoutAnEndpointNothingElseIsTried() {
    Run run = tocsin("doctor", "--region", HOME, "--endpoint-url", "http://127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> line.startsWith("missing"))).hasSize(1);
    assertThat(run.out()).contains("missing  credentials");
  }
}

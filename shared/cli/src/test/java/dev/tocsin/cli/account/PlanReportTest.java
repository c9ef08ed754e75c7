package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan as it is printed: for which account, and what becomes of it when it is pasted. */
class PlanReportTest {
  private static final String ACCOUNT = "111122223333";

  @TempDir Path folder;

  @Test
  void theAccountStandsFirst() {
    assertThat(plan()).startsWith("# account " + ACCOUNT);
  }

  @Test
  void pastedElsewhereItStopsBeforeItChangesAnything() throws Exception {
    assertThat(calls("210987654321")).containsExactly("sts");
  }

  @Test
  void pastedWithTheAccountsCredentialsItRuns() throws Exception {
    assertThat(calls(ACCOUNT)).contains("sts", "logs", "cloudwatch");
  }

  @Test
  void whoseCredentialsTheyAreIsAskedInARegionOfThePlan() {
    assertThat(plan()).contains("aws sts get-caller-identity --region us-east-1 ");
  }

  private static String plan() {
    return Run.tocsin(
            "remediate",
            "--plan",
            "--snapshot",
            System.getProperty("tocsin.root") + "/shared/examples/accounts/broken-links.json",
            "--control",
            "iam-policy-changes",
            "--notification-email",
            "a@example.com")
        .out();
  }

  /** The services that an {@code aws} with credentials of that account is called for. */
  private List<String> calls(String account) throws Exception {
    Path log = folder.resolve("calls");
    Path aws =
        Files.writeString(
            folder.resolve("aws"),
            "#!/bin/sh\necho \"$1\" >> '%s'\n[ \"$1\" != sts ] || echo %s\n"
                .formatted(log, account));
    assertThat(aws.toFile().setExecutable(true)).isTrue();
    Path script = Files.writeString(folder.resolve("plan.sh"), plan(), StandardCharsets.UTF_8);
    ProcessBuilder shell = new ProcessBuilder("sh", script.toString());
    shell.environment().merge("PATH", folder.toString(), (old, own) -> own + ":" + old);
    assertThat(shell.start().waitFor()).isBetween(0, 1);
    return Files.readAllLines(log);
  }
}

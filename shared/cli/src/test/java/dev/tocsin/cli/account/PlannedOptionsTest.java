package dev.tocsin.cli.account;

import static dev.tocsin.cli.Run.tocsin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code evaluate} before deployment: its options, exit codes and messages. */
class PlannedOptionsTest {
  private static final Path EXAMPLES =
      Path.of("../examples/before-deployment").toAbsolutePath().normalize();
  private static final String PLAN = EXAMPLES.resolve("plan.json").toString();
  private static final String TEMPLATE = EXAMPLES.resolve("one-stack.yaml").toString();
  private static final String ADDRESS = "NotificationEmail=security@example.com";

  @TempDir private Path folder;

  private static Run evaluate(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", "--control", "root-account-usage"));
    arguments.addAll(List.of(options));
    return tocsin(arguments.toArray(String[]::new));
  }

  @Test
  void aPlanWaitsForItsPerson() {
    Run run = evaluate("--terraform", PLAN);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("NON_COMPLIANT").contains("will wait for confirmation");
    Run confirmed = evaluate("--terraform", PLAN, "--once-confirmed");
    assertThat(confirmed.exitCode()).as(confirmed.out()).isZero();
    assertThat(confirmed.out()).contains("once email security@example.com is confirmed");
  }

  @Test
  void aTemplateTakesParameters() {
    Run run = evaluate("--cloudformation", TEMPLATE, "--parameter", ADDRESS, "--once-confirmed");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    Run without = evaluate("--cloudformation", TEMPLATE, "--once-confirmed");
    assertThat(without.exitCode()).isEqualTo(1);
    assertThat(without.out().replaceAll("\\s+", " ")).contains("parameter `NotificationEmail`");
  }

  @Test
  void jsonIsThatOfEveryEvaluation() {
    Run run = evaluate("--terraform", PLAN, "--format", "json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"schema\" : \"tocsin-verdict/1\"", "\"111122223333\"");
  }

  @Test
  void anAlertStandsAtItsLineOfTheTemplate() {
    Run run = evaluate("--cloudformation", TEMPLATE, "--parameter", ADDRESS, "--format", "sarif");
    String topic = "\"startLine\" : 62";
    assertThat(run.out()).contains("examples/before-deployment/one-stack.yaml\"", topic);
    Run named = evaluate("--cloudformation", TEMPLATE, "--parameter", ADDRESS, "--format", "json");
    assertThat(named.out()).contains("\"address\" : \"Topic.Subscription[0]\"", "\"line\" : 62");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|expected what `terraform show -json PLANFILE` prints, found other JSON",
        "{\"values\":{}}|found a state",
        "PK|found the plan file itself",
        "no JSON|found no JSON",
        "{\"configuration\":{},\"errored\":true}|Terraform could not finish the plan",
        "{\"configuration\":{},\"complete\":false}|Terraform planned a part only",
        "{\"configuration\":{}}|the plan's provider names no Region. Fix: add `--region`"
      })
  void whatIsNoPlanIsRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), text);
    Run run = evaluate("--terraform", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  @Test
  void aRegionThatThereIsNotIsNamed() throws IOException {
    String no = "there is no Region `nope-1`";
    assertThat(evaluate("--cloudformation", TEMPLATE, "--region", "nope-1").err())
        .contains(no + ". Fix: write one such as `us-east-1`")
        .hasLineCount(1);
    String plan =
        Files.readString(Path.of("src/test/resources/dev/tocsin/cli/fuzz/TERRAFORM/no-region"));
    Path file =
        Files.writeString(
            folder.resolve("plan.json"), plan.replaceAll("eu-c.{1,6}ntral-1", "nope-1"));
    assertThat(evaluate("--terraform", file.toString()).err())
        .contains("plan.json`: " + no + ", of `aws_sns_topic.a`. Fix: ")
        .hasLineCount(1);
  }

  @Test
  void aValueThatDoesNotFitNamesItsResource() throws IOException {
    String template = Files.readString(Path.of(TEMPLATE)).replace("Threshold: 1", "Threshold: one");
    Path file = Files.writeString(folder.resolve("stack.yaml"), template);
    Run run = evaluate("--cloudformation", file.toString(), "--parameter", ADDRESS);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("`Threshold` of `RootAlarm`", "stack.yaml:93", "a number");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    assertThat(evaluate("--terraform", PLAN, "--cloudformation", TEMPLATE).err())
        .contains("expected `--terraform` or `--cloudformation`, found both");
    assertThat(evaluate("--terraform", PLAN, "--parameter", "a=b").err())
        .contains("a plan holds its variables");
    assertThat(evaluate("--snapshot", PLAN, "--once-confirmed").err())
        .contains("are for plans and templates");
    assertThat(evaluate("--cloudformation", TEMPLATE, "--parameter", "Nothing=1").err())
        .contains("no template has such a parameter");
    assertThat(evaluate("--terraform", PLAN, "--confirm-on-aws").exitCode()).isEqualTo(2);
  }
}

package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of an account never forge a line, move the cursor or run a command. */
class HostileNamesTest {

  private static final Pattern ACCOUNT = Pattern.compile("# account ([0-9]{12})");
  private static final Path ACCOUNTS =
      Path.of(System.getProperty("tocsin.root"), "shared/examples/accounts");
  private static final Set<String> NAMED =
      Set.of("Name", "filterName", "AlarmName", "MetricName", "metricName", "Endpoint");
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]");

  @TempDir private Path folder;

  /** A name, put into every place of an account that has one. */
  record Case(String account, String name) {
    @Override
    public String toString() {
      return account
          + " with "
          + Json.strings(List.of(name.substring(0, Math.min(40, name.length()))));
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
            "\u001b[31mred\u001b[0m\u001b]0;title\u0007",
            "a\nCOMPLIANT       high      root-account-usage\nb",
            "abc\rCOMPLIANT",
            "x'; touch PWNED; echo '",
            "x; touch PWNED #",
            "a`\ntouch PWNED\n#",
            "$(touch PWNED)",
            "=cmd|\"/c calc\"!A1",
            "<img src=x onerror=alert(1)>",
            "\ud83d\ude00".repeat(200),
            "%n%s%d{0}${jndi:ldap://x}",
            "a\u0000b\u0085c\u2028d\u2029e",
            "left\u202eright\u2066\u200b",
            "a`b``c",
            "L".repeat(20_000))
        .flatMap(name -> Stream.of("good", "broken-links").map(account -> new Case(account, name)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyTextOutputIsPlainAndHasNoLineOfTheNamesMaking(Case given) throws Exception {
    String file = snapshot(given).toString();
    String[] controls = {"--control", "root-account-usage", "--control", "security-group-changes"};
    Run table = run("evaluate", file, controls);
    Run json = run("evaluate", file, controls, "--format", "json");
    Run plan = run("remediate", file, controls, "--plan", "--notification-email", "a@example.com");

    assertThat(List.of(table, plan))
        .allSatisfy(
            run -> {
              assertThat(HIDDEN.matcher(run.out()).find()).as(run.out()).isFalse();
              assertThat(HIDDEN.matcher(run.err()).find()).as(run.err()).isFalse();
            });
    JsonNode report = Json.read(json.out(), json.err()).path("controls");
    long compliant =
        report.findValuesAsText("complianceType").stream().filter("COMPLIANT"::equals).count();
    assertThat(table.out().lines().filter(line -> line.startsWith("COMPLIANT")))
        .hasSize((int) compliant);
    assertThat(report.findValuesAsText("annotation"))
        .allSatisfy(
            annotation -> {
              assertThat(annotation.length()).isBetween(1, 256);
              assertThat(annotation).doesNotContainPattern(HIDDEN).doesNotContain("\n");
            });
    assertThatPastingRunsNothingElse(plan.out());
  }

  /** Runs the plan with an {@code aws} that knows the account and does nothing. */
  private void assertThatPastingRunsNothingElse(String plan) throws Exception {
    Matcher account = ACCOUNT.matcher(plan);
    String who = account.find() ? "echo " + account.group(1) : "true";
    Path aws =
        Files.writeString(folder.resolve("aws"), "#!/bin/sh\n[ \"$1\" != sts ] || " + who + "\n");
    assertThat(aws.toFile().setExecutable(true)).isTrue();
    Path script = Files.writeString(folder.resolve("plan.sh"), plan);
    ProcessBuilder shell = new ProcessBuilder("sh", script.toString()).directory(folder.toFile());
    shell.environment().merge("PATH", folder.toString(), (old, own) -> own + ":" + old);
    Process process = shell.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEmpty();
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  private static Run run(String command, String file, String[] controls, String... more) {
    return Run.tocsin(
        Stream.of(Stream.of(command, "--snapshot", file), Stream.of(controls), Stream.of(more))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private Path snapshot(Case given) throws IOException {
    JsonNode account =
        Json.read(Files.readString(ACCOUNTS.resolve(given.account() + ".json")), given.account());
    rename(account, given.name());
    return Files.writeString(folder.resolve("account.json"), account.toString());
  }

  private static void rename(JsonNode node, String suffix) {
    if (node instanceof ObjectNode object) {
      for (String key : NAMED) {
        if (object.path(key).isTextual()) {
          object.put(key, object.path(key).textValue() + suffix);
        }
      }
    }
    node.forEach(child -> rename(child, suffix));
  }
}

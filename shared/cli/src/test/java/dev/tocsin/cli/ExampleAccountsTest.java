package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.io.ExitCode;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Judges every shipped account as {@code shared/examples/expected-verdicts.jsonl} says. */
class ExampleAccountsTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("tocsin.root"), "shared", "examples");

  static Stream<Map.Entry<String, List<JsonNode>>> accounts() throws IOException {
    Map<String, List<JsonNode>> accounts = new LinkedHashMap<>();
    for (String line : Files.readAllLines(EXAMPLES.resolve("expected-verdicts.jsonl"))) {
      JsonNode expected = Json.read(line, "expectation");
      accounts
          .computeIfAbsent(expected.path("account").asText(), any -> new ArrayList<>())
          .add(expected);
    }
    return accounts.entrySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accounts")
  void everyAccountIsJudgedAsExpected(Map.Entry<String, List<JsonNode>> account) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", "--format", "json"));
    arguments.addAll(List.of("--snapshot", file(account.getKey())));
    account
        .getValue()
        .forEach(e -> arguments.addAll(List.of("--control", e.path("control").asText())));
    Run run = Run.tocsin(arguments.toArray(String[]::new));
    JsonNode controls = Json.read(run.out(), "report").path("controls");
    for (int i = 0; i < account.getValue().size(); i++) {
      agrees(account.getValue().get(i), controls.get(i));
    }
  }

  @Test
  void everyControlHoldsInTheGoodAccount() {
    Run run =
        Run.tocsin(
            "evaluate", "--accept-event-bridge", "--snapshot", file("good"), "--control", "all");
    assertThat(run.out()).doesNotContain("NON_COMPLIANT");
    assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void everyAccountHasExpectations() throws IOException {
    List<String> expected = accounts().map(Map.Entry::getKey).toList();
    try (Stream<Path> files = Files.list(EXAMPLES.resolve("accounts"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .filteredOn(name -> !name.equals("good"))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** Each field of the expectation, compared with the verdict or its first finding. */
  private static void agrees(JsonNode expected, JsonNode verdict) {
    String what = expected.path("account").asText() + ", " + expected.path("control").asText();
    assertThat(verdict.path("control").asText()).isEqualTo(expected.path("control").asText());
    assertThat(verdict.path("complianceType").asText())
        .as(what)
        .isEqualTo(expected.path("complianceType").asText());
    JsonNode finding = verdict.path("findings").path(0);
    for (String field : List.of("link", "subject", "problem")) {
      assertThat(finding.path(field).asText())
          .as("%s: %s of the first finding %s", what, field, finding)
          .contains(expected.path(field).asText());
    }
    assertThat(verdict.path("notes").toString())
        .as("%s: notes", what)
        .contains(expected.path("note").asText());
  }

  private static String file(String account) {
    return EXAMPLES.resolve("accounts").resolve(account + ".json").toString();
  }
}

package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.Run;
import dev.tocsin.cli.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What public modules and threads deploy, judged as {@code field/cases.jsonl} says is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldAccountsTest {
  private static final Path FIELD =
      Path.of(System.getProperty("tocsin.root"), "shared/cli/src/test/resources/field");

  private final List<JsonNode> answers = new ArrayList<>();

  static List<JsonNode> cases() throws IOException {
    return lines(Files.readString(FIELD.resolve("cases.jsonl")));
  }

  @BeforeAll
  void judge(@TempDir Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    List<JsonNode> cases = cases();
    for (int i = 0; i < cases.size(); i++) {
      JsonNode one = cases.get(i);
      ObjectNode line = Json.object().put("id", i);
      line.set("snapshot", account(one.path("account").asText()));
      line.set("controls", Json.strings(List.of(one.path("control").asText())));
      line.set("parameters", one.get("parameters"));
      lines.add(line.toString());
    }
    Path file = Files.write(folder.resolve("accounts.jsonl"), lines);
    Run run = Run.tocsin("evaluate", "--snapshots", file.toString());
    answers.addAll(lines(run.out()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void accountIsJudgedAsItsCaseSays(JsonNode one) throws IOException {
    JsonNode answer = answers.get(cases().indexOf(one));
    if (one.has("error")) {
      assertThat(answer.path("error").asText()).contains(one.path("error").asText());
      return;
    }
    JsonNode verdict = answer.path("verdicts").path(0);
    assertThat(verdict.path("complianceType").asText())
        .as("%s", verdict.path("findings"))
        .isEqualTo(one.path("right").asText());
    String told = verdict.toString();
    one.path("says").forEach(text -> assertThat(told).contains(text.asText()));
    one.path("silent").forEach(text -> assertThat(told).doesNotContain(text.asText()));
  }

  @Test
  void everyAccountHasACase() throws IOException {
    Set<String> named =
        cases().stream().map(one -> one.path("account").asText()).collect(Collectors.toSet());
    try (Stream<Path> accounts = Files.list(FIELD.resolve("accounts"))) {
      assertThat(accounts.map(file -> file.getFileName().toString().replace(".json", "")))
          .allMatch(named::contains);
    }
  }

  private static List<JsonNode> lines(String text) {
    return text.lines().map(line -> Json.read(line, "line")).toList();
  }

  private static JsonNode account(String name) throws IOException {
    return Json.read(Files.readString(FIELD.resolve("accounts/" + name + ".json")), name);
  }
}

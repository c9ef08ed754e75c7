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

/**
 * What public modules and threads deploy ({@code field}), and what was made to mislead ({@code
 * invented}), judged as the folder's {@code cases.jsonl} says is right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldAccountsTest {
  private static final Path RESOURCES =
      Path.of(System.getProperty("tocsin.root"), "shared/cli/src/test/resources");

  private final List<JsonNode> answers = new ArrayList<>();

  static List<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    for (String folder : List.of("field", "invented")) {
      lines(Files.readString(RESOURCES.resolve(folder + "/cases.jsonl")))
          .forEach(one -> cases.add(((ObjectNode) one).put("folder", folder)));
    }
    return cases;
  }

  @BeforeAll
  void judge(@TempDir Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    List<JsonNode> cases = cases();
    for (int i = 0; i < cases.size(); i++) {
      JsonNode one = cases.get(i);
      ObjectNode line = Json.object().put("id", i);
      line.put("text", Files.readString(account(one)));
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
    Set<Path> named = cases().stream().map(FieldAccountsTest::account).collect(Collectors.toSet());
    for (String folder : List.of("field", "invented")) {
      try (Stream<Path> accounts = Files.list(RESOURCES.resolve(folder + "/accounts"))) {
        assertThat(accounts).allMatch(named::contains);
      }
    }
  }

  private static List<JsonNode> lines(String text) {
    return text.lines().map(line -> Json.read(line, "line")).toList();
  }

  private static Path account(JsonNode one) {
    return RESOURCES.resolve(
        one.path("folder").asText() + "/accounts/" + one.path("account").asText() + ".json");
  }
}

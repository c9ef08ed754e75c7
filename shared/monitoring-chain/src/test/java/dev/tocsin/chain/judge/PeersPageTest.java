package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code shared/docs/peers-wrong-verdicts.md} as the cases give it; {@code
 * -Dtocsin.refresh=true} writes it.
 */
class PeersPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tocsin.root"), "shared", "docs", "peers-wrong-verdicts.md");
  private static final List<Case> CASES = CaseFiles.all();
  private static final Map<String, String> GROUPS =
      Map.of(
          "WP", "Filter patterns",
          "WT", "Trails",
          "WL", "Log groups and organizations",
          "WM", "Metrics",
          "WA", "Alarms",
          "WS", "Topics and subscriptions",
          "WE", "EventBridge rules, which the other checkers do not look at",
          "WX", "Reading an account");
  private static final String REFRESH =
      "mvn test -pl shared/monitoring-chain -am -Dtest=PeersPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtocsin.refresh=true";

  @Test
  void thePageIsWhatTheCasesGive() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tocsin.refresh")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("refresh it with: " + REFRESH).exists().hasContent(page);
  }

  @Test
  void everyKnownWrongVerdictHasACase() {
    for (JsonNode row : CaseFiles.read("peers.json")) {
      assertThat(casesOf(row)).as(row.path("id").asText()).isNotEmpty();
    }
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Accounts that other checkers judge wrongly

            Each heading is a kind of account that some checker of these controls is known to judge wrongly, from its source,
            its documentation or what its users report, read in 2026; each row is one account of that kind. The verdicts are
            Tocsin's, with the broken link beside them, computed from the accounts in
            `shared/monitoring-chain/src/test/resources/cases/`.

            <!-- Generated. To refresh: %s -->
            """
                .formatted(REFRESH));
    String group = "";
    for (JsonNode row : CaseFiles.read("peers.json")) {
      String id = row.path("id").asText();
      String letters = id.replaceAll("\\d", "");
      if (!letters.equals(group)) {
        group = letters;
        page.append("\n## ").append(GROUPS.get(group)).append("\n");
      }
      page.append(
          """

          ### %s. %s
          Right: %s.%s

          | Account | Tocsin | Broken |
          |---|---|---|
          """
              .formatted(
                  id,
                  row.path("situation").asText(),
                  row.path("right").asText(),
                  row.path("others").asText("").isEmpty()
                      ? ""
                      : " Judged otherwise by: " + row.path("others").asText() + "."));
      for (Case one : casesOf(row)) {
        Verdict verdict = one.verdict();
        page.append(
            "| %s | %s | %s |\n"
                .formatted(cell(one.title()), verdict.complianceType(), cell(broken(verdict))));
      }
    }
    return page.toString();
  }

  /** The first broken link; the event that shows it is the engine's choice and left out. */
  private static String broken(Verdict verdict) {
    return verdict.findings().stream()
        .findFirst()
        .map(
            finding ->
                "`" + finding.subject() + "` " + finding.problem().replaceAll(" \\(`.*\\)$", ""))
        .orElse("");
  }

  private static String cell(String text) {
    return text.replace("\n", " ").replace("|", "\\|");
  }

  private static List<Case> casesOf(JsonNode row) {
    List<String> named = new ArrayList<>();
    row.path("cases").forEach(id -> named.add(id.asText()));
    String id = row.path("id").asText();
    return CASES.stream()
        .filter(
            one ->
                named.isEmpty() ? one.id().matches(id + "([.a-z].*)?") : named.contains(one.id()))
        .toList();
  }
}

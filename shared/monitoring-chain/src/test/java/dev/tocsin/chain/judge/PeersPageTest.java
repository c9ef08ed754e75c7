package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code shared/docs/peers-wrong-verdicts.md} as the cases give it; {@code
 * -Dtocsin.refresh=true} writes it.
 */
class PeersPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tocsin.root"), "shared", "docs", "peers-wrong-verdicts.md");
  private static final List<Case> CASES = CaseFiles.all();
  private static final String REFRESH =
      "mvn test -pl shared/monitoring-chain -am -Dtest=PeersPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtocsin.refresh=true";

  @Test
  void the_page_is_what_the_cases_give() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tocsin.refresh")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("refresh it with: " + REFRESH).exists().hasContent(page);
  }

  @Test
  void every_known_wrong_verdict_has_a_case() {
    for (JsonNode row : CaseFiles.read("peers.json")) {
      assertThat(casesOf(row)).as(row.path("id").asText()).isNotEmpty();
    }
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Where other checkers are wrong, and what Tocsin answers

            Each row is an account that some checker of these controls is known to judge wrongly. The verdicts
            in the last column are Tocsin's, computed from the accounts in
            `shared/monitoring-chain/src/test/resources/cases/`, with what is broken first.

            <!-- Generated. To refresh: %s -->

            | | Account | Right verdict | Answer otherwise | Tocsin |
            |---|---|---|---|---|
            """
                .formatted(REFRESH));
    for (JsonNode row : CaseFiles.read("peers.json")) {
      List<String> verdicts = new ArrayList<>();
      for (Case one : casesOf(row)) {
        Verdict verdict = one.verdict();
        verdicts.add(
            (one.title() + ": **" + verdict.complianceType() + "** " + why(verdict))
                .stripTrailing());
      }
      page.append("| ")
          .append(cell(row.path("id").asText()))
          .append(" | ")
          .append(cell(row.path("situation").asText()))
          .append(" | ")
          .append(cell(row.path("right").asText()))
          .append(" | ")
          .append(cell(row.path("others").asText()))
          .append(" | ")
          .append(String.join("<br>", verdicts.stream().map(PeersPageTest::cell).toList()))
          .append(" |\n");
    }
    return page.toString();
  }

  /** What is broken first; the event that shows it is the engine's choice and left out. */
  private static String why(Verdict verdict) {
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

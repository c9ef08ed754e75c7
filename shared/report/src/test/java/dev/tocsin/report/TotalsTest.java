package dev.tocsin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Several accounts are summed up in every form for people, as the lines for programs count them.
 */
class TotalsTest {
  private static final AccountVerdicts BROKEN = Examples.account("broken-links", "");
  private static final AccountVerdicts WHOLE = only(Examples.account("good", ""), "COMPLIANT");
  private static final AccountVerdicts ELSEWHERE = elsewhere(WHOLE);
  private static final UnreadAccount UNREAD =
      new UnreadAccount("444455556666", "`sts:AssumeRole` is denied");

  private static AccountVerdicts only(AccountVerdicts all, String outcome) {
    List<Evaluation> some =
        all.evaluations().stream()
            .filter(one -> one.verdict().complianceType().name().equals(outcome))
            .toList();
    assertThat(some).as("%s is %s", all.account(), outcome).isNotEmpty();
    return new AccountVerdicts(all.account(), all.region(), all.basis(), some);
  }

  private static AccountVerdicts elsewhere(AccountVerdicts account) {
    List<Evaluation> all =
        account.evaluations().stream()
            .map(one -> new Evaluation(one.control(), elsewhere(one.verdict())))
            .toList();
    return new AccountVerdicts("777788889999", account.region(), account.basis(), all);
  }

  private static Verdict elsewhere(Verdict verdict) {
    return new Verdict(
        verdict.control(),
        ComplianceType.NOT_APPLICABLE,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of("decided where the organization's trail is"));
  }

  private static final List<Report> REPORTS =
      List.of(
          Examples.report(),
          new Report(List.of(WHOLE, BROKEN, ELSEWHERE), List.of(UNREAD)),
          new Report(List.of(ELSEWHERE, ELSEWHERE), List.of()),
          new Report(List.of(WHOLE), List.of(UNREAD)),
          new Report(List.of(), List.of(UNREAD, UNREAD)));

  @Test
  void everyFormForPeopleCountsAsTheLinesForProgramsDo() throws Exception {
    for (Report report : REPORTS) {
      String accounts = counted(report).accountsInWords();
      String controls = counted(report).controls().inWords();
      assertThat(ReportFormat.TABLE.text(report).replaceAll("\\s+", " "))
          .endsWith(accounts + " " + controls + " ");
      assertThat(ReportFormat.MARKDOWN.text(report))
          .startsWith("## Accounts\n\n**" + accounts + "**; " + controls + ".\n");
      assertThat(ReportFormat.HTML.text(report)).contains("<p class=\"scope\">" + accounts);
    }
  }

  private static Totals counted(Report report) throws Exception {
    int[] accounts = new int[4];
    int[] controls = new int[3];
    for (String line : ReportFormat.JSONL.text(report).lines().toList()) {
      JsonNode account = Examples.JSON.readTree(line);
      List<String> outcomes = new ArrayList<>();
      account
          .path("controls")
          .forEach(control -> outcomes.add(control.path("complianceType").asText()));
      int good = count(outcomes, "COMPLIANT");
      int bad = count(outcomes, "NON_COMPLIANT");
      controls[0] += good;
      controls[1] += bad;
      controls[2] += count(outcomes, "NOT_APPLICABLE");
      accounts[account.has("error") ? 3 : bad > 0 ? 1 : good > 0 ? 0 : 2]++;
    }
    return new Totals(
        accounts[0],
        accounts[1],
        accounts[2],
        accounts[3],
        new Totals.Controls(controls[0], controls[1], controls[2]));
  }

  private static int count(List<String> outcomes, String outcome) {
    return (int) outcomes.stream().filter(outcome::equals).count();
  }

  @Test
  void thePagesTilesAreTheAccountsOfItsTotals() {
    for (Report report : REPORTS) {
      Totals totals = Totals.of(report);
      String html = ReportFormat.HTML.text(report);
      List<String> tiles = new ArrayList<>();
      Matcher tile = Pattern.compile("<li class=\"tile (\\w+)\"").matcher(html);
      while (tile.find()) {
        tiles.add(tile.group(1));
      }
      assertThat(count(tiles, "good")).isEqualTo(totals.whole());
      assertThat(count(tiles, "bad")).isEqualTo(totals.broken());
      assertThat(count(tiles, "idle")).isEqualTo(totals.elsewhere());
      assertThat(count(tiles, "unsure")).isEqualTo(totals.unread());
    }
  }

  @Test
  void anAccountThatWasNotJudgedIsNamedAndNeverGood() {
    for (List<AccountVerdicts> judged : List.of(List.of(WHOLE), List.<AccountVerdicts>of())) {
      Report report = new Report(judged, List.of(UNREAD));
      for (ReportFormat format :
          List.of(ReportFormat.TABLE, ReportFormat.MARKDOWN, ReportFormat.HTML)) {
        assertThat(format.text(report))
            .as("%s", format)
            .contains("444455556666", "is denied")
            .doesNotContain("Somebody would be told");
      }
    }
  }

  @Test
  void oneAccountIsNotSummedUpTwice() {
    Report one = Report.of(BROKEN);
    assertThat(ReportFormat.TABLE.text(one)).doesNotContain("1 account");
    assertThat(ReportFormat.MARKDOWN.text(one)).startsWith("## Account 1");
  }
}

package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An exemption that is over is told: why an alarm is asked for again, or that nobody needs it. */
class EndedExemptionsTest {
  private static final ControlCatalog CATALOG = ControlCatalog.load();
  private static final String LIST =
      "[{\"name\": \"migration\", \"pattern\": \"%s\", \"reason\": \"moves all groups\", \"until\": \"%s\"}]";

  @Test
  void itIsTheFirstFindingWhereItExemptedTheMissedEvent() throws Exception {
    String missed =
        verdict("broken-links", "{ $.eventName = X }", "2020-01-01")
            .missedEvent()
            .orElseThrow()
            .path("eventName")
            .asText();

    Verdict verdict = verdict("broken-links", "{ $.eventName = " + missed + " }", "2020-01-01");

    assertThat(verdict.findings().get(0))
        .isEqualTo(
            new Finding(
                Link.EXEMPTION,
                "migration",
                "ended on 2020-01-01, so that its events must raise the alarm again (moves all groups)",
                "take the exclusion out of what watches, or give the exemption a later `until`",
                true));
    assertThat(verdict.findings()).hasSizeGreaterThan(1);
  }

  @Test
  void itIsTheLastFindingWhereTheMissedEventIsAnother() throws Exception {
    Verdict verdict =
        verdict("broken-links", "{ $.eventName = DeleteSecurityGroup }", "2020-01-01");

    assertThat(verdict.findings()).hasSizeGreaterThan(1);
    assertThat(verdict.findings())
        .last()
        .satisfies(last -> assertThat(last.subject()).isEqualTo("migration"));
    assertThat(verdict.findings().get(0).link()).isNotEqualTo(Link.EXEMPTION);
  }

  @Test
  void itIsANoteWhereTheControlHolds() throws Exception {
    Verdict verdict = verdict("good", "{ $.eventName = DeleteSecurityGroup }", "2020-01-01");

    assertThat(verdict.complianceType()).isEqualTo(ComplianceType.COMPLIANT);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.notes())
        .contains("exemption `migration` ended on 2020-01-01 and is not needed");
  }

  @Test
  void itIsNotToldOfAControlThatItIsNotAbout() throws Exception {
    Verdict verdict = verdict("good", "{ $.eventName = CreateVpc }", "2020-01-01");

    assertThat(verdict.notes()).isEmpty();
  }

  @Test
  void itIsNotToldBeforeItsEnd() throws Exception {
    assertThat(verdict("good", "{ $.eventName = CreateSecurityGroup }", "2999-01-01").notes())
        .noneMatch(note -> note.contains("ended"));
  }

  private static Verdict verdict(String account, String pattern, String until) throws Exception {
    Control control = CATALOG.find("security-group-changes").orElseThrow();
    Map<Parameter, String> given = Map.of(Parameter.EXEMPT, LIST.formatted(pattern, until));
    return new ControlJudge()
        .judge(
            control,
            (RuleParameters) RuleParameters.parse(CATALOG, given),
            Accounts.read(Accounts.json(account)),
            Confirmation.NOT_ASKED);
  }
}

package dev.tocsin.evaluation;

import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What exemptions that are over do to a verdict that was reached without them. */
final class EndedExemptions {
  private EndedExemptions() {}

  /**
   * Where the control does not hold, each is a finding, the first one if the missed event is one
   * that it exempted. Where it holds without them, each is a note: nothing is broken.
   */
  static Verdict toldIn(Verdict verdict, List<Exemption> ended) {
    if (verdict.complianceType() != ComplianceType.NON_COMPLIANT) {
      return verdict.withNotes(
          ended.stream()
              .map(one -> "exemption `%s` %s and is not needed".formatted(one.name(), over(one)))
              .toList());
    }
    List<Finding> findings = new ArrayList<>(verdict.findings());
    for (Exemption one : ended) {
      boolean explains = verdict.missedEvent().filter(one.events()::matches).isPresent();
      findings.add(explains ? 0 : findings.size(), finding(one));
    }
    return verdict.withFindings(findings);
  }

  private static Finding finding(Exemption ended) {
    String reason = ended.reason().map(why -> " (" + why + ")").orElse("");
    return Fault.of(
            over(ended) + ", so that its events must raise the alarm again" + reason,
            "take the exclusion out of what watches, or give the exemption a later `until`")
        .on(Link.EXEMPTION, ended.name());
  }

  private static String over(Exemption ended) {
    return "ended on " + ended.until().orElseThrow();
  }
}

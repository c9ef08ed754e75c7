package dev.tocsin.report.document;

import static dev.tocsin.report.escape.Escape.markdown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Severity;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.UnseenBy;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.FullText;
import dev.tocsin.chain.wording.Words;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.report.Report;
import dev.tocsin.report.Totals;
import dev.tocsin.report.UnreadAccount;
import dev.tocsin.report.escape.Escape;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * GitHub's Markdown: a table per account, and below it what is broken, why, and its fix. Several
 * accounts are summed up first, with those that were not judged.
 */
public final class MarkdownReport {

  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  /** The document. */
  public static String of(Report report) {
    MarkdownReport writer = new MarkdownReport();
    Totals totals = Totals.of(report);
    if (totals.several()) {
      writer.overview(report, totals);
    }
    if (!report.unread().isEmpty()) {
      writer.line("## Not judged").line("");
      report.unread().forEach(writer::unread);
      writer.line("");
    }
    report.accounts().forEach(writer::account);
    return writer.text.toString();
  }

  private void overview(Report report, Totals totals) {
    line("## Accounts").line("");
    line("**" + totals.accountsInWords() + "**; " + totals.controls().inWords() + ".");
    line("");
    line("| Account | Region | Outcome | Compliant | Not compliant | Decided elsewhere |");
    line("|---|---|---|---|---|---|");
    for (AccountVerdicts account : report.accounts()) {
      line(
          "| %s | %s | %s | %d | %d | %d |"
              .formatted(
                  markdown(account.account()),
                  markdown(account.region()),
                  outcome(Totals.outcome(account)),
                  account.count(ComplianceType.COMPLIANT),
                  account.count(ComplianceType.NON_COMPLIANT),
                  account.count(ComplianceType.NOT_APPLICABLE)));
    }
    for (UnreadAccount account : report.unread()) {
      line("| " + markdown(account.account()) + " | | ❔ not judged | | | |");
    }
    line("");
  }

  private static String outcome(ComplianceType type) {
    return switch (type) {
      case COMPLIANT -> "✅ every control holds";
      case NON_COMPLIANT -> "❌ some do not hold";
      case NOT_APPLICABLE -> "➖ decided elsewhere";
    };
  }

  private void account(AccountVerdicts account) {
    line("## Account " + markdown(account.account()) + ", " + markdown(account.region()));
    line("");
    line(
        "**%d of %d controls compliant** by %s."
            .formatted(
                account.count(ComplianceType.COMPLIANT),
                account.evaluations().size(),
                markdown(account.basis().parameters().benchmark().id())));
    line("");
    line("| Verdict | Severity | Section | Control | First broken link |");
    line("|---|---|---|---|---|");
    List<Report.Line> lines = Report.lines(account).sorted(worstFirst()).toList();
    lines.forEach(this::row);
    line("");
    lines.stream().filter(Report.Line::broken).forEach(this::details);
    evidence(lines);
    basis(account.basis());
  }

  private static Comparator<Report.Line> worstFirst() {
    return Comparator.comparing(Report.Line::broken)
        .thenComparing(
            line -> line.evaluation().control().severity(), Comparator.<Severity>naturalOrder())
        .reversed();
  }

  private void row(Report.Line line) {
    Verdict verdict = line.evaluation().verdict();
    String link =
        verdict.findings().stream()
            .findFirst()
            .map(finding -> markdown(Words.of(finding.link()) + " " + finding.subject()))
            .orElse("");
    line(
        "| %s | %s | %s | %s | %s |"
            .formatted(
                sign(verdict.complianceType()),
                line.evaluation().control().severity().id(),
                markdown(line.section()),
                markdown(verdict.control()),
                link));
  }

  private static String sign(ComplianceType type) {
    return switch (type) {
      case COMPLIANT -> "✅ compliant";
      case NON_COMPLIANT -> "❌ **not compliant**";
      case NOT_APPLICABLE -> "➖ decided elsewhere";
    };
  }

  private void details(Report.Line line) {
    Verdict verdict = line.evaluation().verdict();
    line("### " + markdown(line.evaluation().control().title()));
    line("");
    for (Finding finding : verdict.findings()) {
      line(
          "- **%s %s**: %s"
              .formatted(
                  markdown(Words.of(finding.link())),
                  markdown(finding.subject()),
                  markdown(finding.problem())));
      line("  **Fix**: " + markdown(finding.fix()));
    }
    line("");
    verdict.missedEvent().ifPresent(this::missed);
    verdict.unseenBy().forEach(this::unseenBy);
  }

  /** The links that hold, with their patterns, and what was exempted. */
  private void evidence(List<Report.Line> lines) {
    line("### The links that hold").line("");
    for (Report.Line line : lines) {
      Verdict verdict = line.evaluation().verdict();
      line("- **" + markdown(verdict.control()) + "**");
      for (Evidence link : verdict.chain()) {
        line("  - " + markdown(FullText.holds(link)));
      }
      if (!verdict.exempt().isEmpty()) {
        line("  - exempted: " + markdown(line.exempted()));
      }
      verdict.notes().forEach(note -> line("  - note: " + markdown(note)));
    }
    line("");
  }

  private void missed(ObjectNode event) {
    line("Nobody is told of this event:").line("");
    text.append(Escape.markdownCode(event.toPrettyString())).append('\n');
  }

  private void unseenBy(UnseenBy test) {
    line(
        "%s %s excludes it (%s):"
            .formatted(
                markdown(Words.of(test.link())),
                markdown(test.subject()),
                markdown(test.why().inWords())));
    line("");
    text.append(Escape.markdownCode(test.why().test())).append('\n');
  }

  private void unread(UnreadAccount account) {
    line("- " + markdown(account.account()) + ": " + markdown(account.reason()));
  }

  private void basis(Basis basis) {
    String exemptions =
        basis.exemptions().isEmpty()
            ? "none"
            : String.join("; ", basis.exemptions().stream().map(Exemption::inWords).toList());
    line(
        "Read %s, judged %s by %s; parameters %s; events exempted: %s; snapshot SHA-256 %s."
            .formatted(
                markdown(basis.readAt().toString()),
                markdown(basis.judgedAt().toString()),
                markdown("tocsin " + Tool.inWords()),
                markdown(
                    basis.parameters().texts().entrySet().stream()
                        .map(entry -> entry.getKey().key() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "))),
                markdown(exemptions),
                basis.snapshotSha256()));
    line("");
  }

  private MarkdownReport line(String line) {
    text.append(line).append('\n');
    return this;
  }
}

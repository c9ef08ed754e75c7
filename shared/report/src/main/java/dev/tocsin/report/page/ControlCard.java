package dev.tocsin.report.page;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Words;
import dev.tocsin.report.Report;
import java.util.List;
import java.util.stream.Stream;

/** One control of one account: a line that says it all, and below it why. */
final class ControlCard {
  private final Report.Line line;
  private final Control control;
  private final Verdict verdict;
  private final ChainDrawing chain;
  private final String account;
  private final SharedEvidence shared;

  ControlCard(Report.Line line, String accountId, SharedEvidence shared) {
    this.line = line;
    this.control = line.evaluation().control();
    this.verdict = line.evaluation().verdict();
    this.chain = new ChainDrawing(verdict);
    this.account = accountId;
    this.shared = shared;
  }

  /** Where links to the card lead. */
  String id() {
    return account + "-" + control.id();
  }

  /**
   * The card.
   *
   * @param several whether what is known of the control itself stands elsewhere, once for all
   */
  Html html(boolean several) {
    Html.Attributes attributes =
        Html.Attributes.of(
            "id",
            id(),
            "data-outcome",
            verdict.complianceType().name(),
            "data-severity",
            control.severity().id());
    return Html.of(
        "details.card." + State.of(verdict.complianceType()).tone(),
        attributes,
        Html.of("summary", head()),
        Html.of("div.body", body(several)));
  }

  private Html head() {
    State state = State.of(verdict.complianceType());
    return Html.all(
        Html.of(
            "span.verdict",
            state.sign(),
            Html.of("span.word", State.word(verdict.complianceType()))),
        Html.of(
            "span.name",
            Html.of("span.title", control.title()),
            Html.of("span.first", Html.message(first()))),
        Html.of(
            "span.tags",
            Html.of("span.tag." + control.severity().id(), control.severity().id()),
            line.section().isEmpty() ? Html.NOTHING : Html.of("span.tag", line.section()),
            chain.brief()));
  }

  /** What a reader in a hurry needs. */
  private String first() {
    if (!verdict.findings().isEmpty()) {
      Finding finding = verdict.findings().get(0);
      return Words.of(finding.link())
          + " `"
          + Words.brief(finding.subject())
          + "` "
          + finding.problem();
    }
    if (verdict.complianceType() == ComplianceType.COMPLIANT) {
      return verdict.chain().stream()
          .reduce((earlier, later) -> later)
          .map(last -> "reaches " + Words.brief(last.subject()))
          .orElse("");
    }
    return String.join("; ", verdict.notes());
  }

  private Html body(boolean several) {
    return Html.all(
        Html.of("p.asks", control.description()),
        Html.of("h4", "The chain"),
        chain.whole(),
        Html.all(verdict.findings().stream().map(ControlCard::finding).toList()),
        MissedEvent.of(verdict),
        notes(),
        evidence(),
        several ? ControlFacts.link(control) : ControlFacts.of(control));
  }

  private static Html finding(Finding finding) {
    return Html.of(
        "div.finding." + (finding.decided() ? "bad" : "unsure"),
        Html.of(
            "p",
            Html.of("strong", Words.of(finding.link()) + " "),
            Html.of("code", finding.subject()),
            Html.text(" "),
            Html.message(finding.problem())),
        Html.of("p.fix", Html.of("strong", "Fix "), Html.message(finding.fix())));
  }

  private Html notes() {
    List<Html> items =
        Stream.concat(
                verdict.exempt().stream().map(one -> "exempted: " + one.inWords()),
                verdict.notes().stream())
            .map(note -> Html.of("li", Html.message(note)))
            .toList();
    if (items.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.all(Html.of("h4", "Also"), Html.of("ul.notes", Html.all(items)));
  }

  private Html evidence() {
    if (verdict.chain().isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        "details.raw",
        Html.of("summary", "evidence: the links that hold"),
        Html.of("dl.evidence", Html.all(verdict.chain().stream().map(shared::link).toList())));
  }
}

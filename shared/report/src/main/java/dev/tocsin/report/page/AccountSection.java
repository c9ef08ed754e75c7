package dev.tocsin.report.page;

import dev.tocsin.catalog.Severity;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All controls of one account, the worst first, and what the verdicts rest on. */
final class AccountSection {
  private final AccountVerdicts account;
  private final String id;
  private final List<ControlCard> cards;
  private final List<Report.Line> lines;
  private final SharedEvidence shared;

  AccountSection(AccountVerdicts account, int number) {
    this.account = account;
    this.id = "a" + number;
    this.lines = Report.lines(account).sorted(worstFirst()).toList();
    this.shared = new SharedEvidence(lines, id);
    this.cards = lines.stream().map(line -> new ControlCard(line, id, shared)).toList();
  }

  String id() {
    return id;
  }

  AccountVerdicts account() {
    return account;
  }

  List<Report.Line> lines() {
    return lines;
  }

  /** Where the card of a control is. */
  String link(int index) {
    return "#" + cards.get(index).id();
  }

  static Comparator<Report.Line> worstFirst() {
    Comparator<Report.Line> bySeverity =
        Comparator.comparing(
            line -> line.evaluation().control().severity(), Comparator.<Severity>reverseOrder());
    return Comparator.comparing(
            (Report.Line line) -> rank(line.evaluation().verdict().complianceType()))
        .thenComparing(bySeverity)
        .thenComparing(line -> line.evaluation().control().id());
  }

  private static int rank(ComplianceType type) {
    return switch (type) {
      case NON_COMPLIANT -> 0;
      case COMPLIANT -> 1;
      case NOT_APPLICABLE -> 2;
    };
  }

  /** Folded where there are several, so that the page stays a page. */
  Html html(boolean several) {
    Html content =
        Html.all(
            exemptions(account.basis()),
            Html.of("div.cards", Html.all(cards.stream().map(card -> card.html(several)).toList())),
            shared.html(),
            basis(account.basis()));
    Html.Attributes attributes = Html.Attributes.of("id", id, "data-account", account.account());
    if (!several) {
      return Html.of("section.account", attributes, content);
    }
    return Html.of(
        "details.account",
        attributes,
        Html.of(
            "summary",
            Html.of("h3", account.account()),
            Html.of("span.where", account.region()),
            Html.of("span.where", tally(account))),
        content);
  }

  static String tally(AccountVerdicts account) {
    return account.count(ComplianceType.COMPLIANT) + " of " + account.evaluations().size();
  }

  private static Html exemptions(Basis basis) {
    if (basis.exemptions().isEmpty()) {
      return Html.of("p.exempt", "No event is exempted.");
    }
    List<Html> items =
        basis.exemptions().stream()
            .map(exemption -> Html.of("li", Html.message(exemption.inWords())))
            .toList();
    return Html.of(
        "div.exempt",
        Html.of("h4", "Events that were exempted: nobody need be told of them"),
        Html.of("ul", Html.all(items)));
  }

  private Html basis(Basis basis) {
    List<Html> rows = new ArrayList<>();
    rows.add(row("tool", "tocsin " + Tool.inWords()));
    rows.add(row("account", account.account() + ", " + account.region()));
    rows.add(row("read", basis.readAt().toString()));
    rows.add(row("judged", basis.judgedAt().toString()));
    rows.add(row("snapshot, SHA-256", basis.snapshotSha256()));
    basis.parameters().texts().forEach((name, text) -> rows.add(row(name.key(), text)));
    return Html.of(
        "details.raw.basis",
        Html.of("summary", "what these verdicts rest on"),
        Html.of("dl.facts", Html.all(rows)));
  }

  private static Html row(String name, String value) {
    return Html.all(Html.of("dt", name), Html.of("dd", Html.of("code", value)));
  }
}

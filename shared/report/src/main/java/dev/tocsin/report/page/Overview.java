package dev.tocsin.report.page;

import dev.tocsin.report.Report;
import dev.tocsin.report.Totals;
import dev.tocsin.report.UnreadAccount;
import java.util.ArrayList;
import java.util.List;

/** Several accounts at a glance: a tile per account, a mark per control. */
final class Overview {

  private Overview() {}

  static Html of(List<AccountSection> accounts, List<UnreadAccount> unread) {
    List<Html> tiles = new ArrayList<>(accounts.stream().map(Overview::tile).toList());
    unread.forEach(account -> tiles.add(tile(account)));
    return Html.of(
        "section.overview", Html.of("h2", "Accounts"), Html.of("ul.tiles", Html.all(tiles)));
  }

  private static Html tile(AccountSection section) {
    List<Html> marks = new ArrayList<>();
    for (int i = 0; i < section.lines().size(); i++) {
      marks.add(mark(section, i));
    }
    State state = State.of(Totals.outcome(section.account()));
    return Html.of(
        "li.tile." + state.tone(),
        Html.Attributes.of("data-account", section.id(), "data-words", section.account().account()),
        Html.of(
            "a.account",
            Html.Attributes.of("href", "#" + section.id()),
            Html.text(section.account().account())),
        Html.of("span.where", section.account().region()),
        Html.of("span.tally", state.sign(), Html.text(AccountSection.tally(section.account()))),
        Html.of(isTwoRows(marks.size()) ? "span.grid.rows" : "span.grid", Html.all(marks)));
  }

  /** One or two marks that go over a row's end look forgotten: they stand in rows of eight. */
  private static boolean isTwoRows(int marks) {
    return marks > 12 && marks <= 16;
  }

  private static Html mark(AccountSection section, int index) {
    Report.Line line = section.lines().get(index);
    State state = State.of(line.evaluation().verdict().complianceType());
    String words =
        line.evaluation().control().title()
            + ": "
            + State.word(line.evaluation().verdict().complianceType());
    return Html.of(
        "a.mark." + state.tone(),
        Html.Attributes.of("href", section.link(index), "title", words, "aria-label", words),
        Html.NOTHING);
  }

  private static Html tile(UnreadAccount account) {
    return Html.of(
        "li.tile.unsure",
        Html.Attributes.of("data-words", account.account()),
        Html.of("span.account", account.account()),
        Html.of("span.tally", State.NOT_SHOWN.sign(), Html.text("not judged")),
        Html.of("p.where", account.reason()));
  }
}

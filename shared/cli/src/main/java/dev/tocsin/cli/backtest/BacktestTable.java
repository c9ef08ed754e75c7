package dev.tocsin.cli.backtest;

import dev.tocsin.backtest.BacktestReport;
import dev.tocsin.backtest.BacktestReport.SubjectReport;
import dev.tocsin.backtest.Subject.Kind;
import dev.tocsin.backtest.tally.Group;
import dev.tocsin.backtest.tally.Heavy;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.io.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A backtest's report, for people. */
final class BacktestTable {

  private static final String ROW = "%s %8s %7s %9s %9s  %s";

  private final BacktestReport report;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private BacktestTable(BacktestReport report, Style style) {
    this.report = report;
    this.style = style;
  }

  /** Lines without a final line break. */
  static String of(BacktestReport report, boolean colour) {
    BacktestTable table = new BacktestTable(report, new Style(colour));
    table.heading();
    table.section(
        Kind.CONTROL, "controls: an alarm on what each asks for, one event within 5 minutes");
    table.section(Kind.FILTER, "metric filters of the account, each with its alarm");
    table.section(Kind.RULE, "EventBridge rules of the account");
    table.exempted();
    table.lost();
    return String.join("\n", table.lines);
  }

  private void heading() {
    lines.add(
        Visible.of(
            "%s records on %s days, from %s to %s"
                .formatted(
                    count(report.records()), count(report.days()), report.from(), report.to())));
    if (report.others() > 0) {
      lines.add(count(report.others()) + " JSON objects are no CloudTrail records");
    }
    if (report.damaged() > 0) {
      lines.add(style.bad(count(report.damaged()) + " damaged:"));
      report.damages().forEach(damage -> lines.add("    " + Visible.of(damage)));
    }
  }

  private void section(Kind kind, String title) {
    List<SubjectReport> subjects =
        report.subjects().stream().filter(one -> one.subject().kind() == kind).toList();
    if (subjects.isEmpty()) {
      return;
    }
    List<SubjectReport> rung = subjects.stream().filter(one -> one.events().events() > 0).toList();
    int width = rung.stream().mapToInt(one -> name(one).length()).max().orElse(0);
    lines.add("");
    lines.add(title);
    if (!rung.isEmpty()) {
      String blank = " ".repeat(width);
      lines.add(ROW.formatted(blank, "events", "rings", "rings/day", "in ALARM", "mostly"));
    }
    rung.forEach(one -> lines.add(row(one, width)));
    String silent =
        subjects.stream()
            .filter(one -> one.events().events() == 0)
            .map(one -> Visible.of(one.subject().name()))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!silent.isEmpty()) {
      lines.add(style.faint("no such event: " + silent));
    }
  }

  private static String name(SubjectReport one) {
    return Visible.of(
        "  " + one.subject().name() + one.subject().alarm().map(alarm -> " → " + alarm).orElse(""));
  }

  private String row(SubjectReport one, int width) {
    String name = name(one);
    return ROW.formatted(
        name + " ".repeat(width - name.length()),
        count(one.events().events()),
        count(one.alarm().rings()),
        String.format(Locale.ROOT, "%.2f", perDay(one.alarm().rings())),
        minutes(one.alarm().seconds()),
        mostly(one.events()));
  }

  private void exempted() {
    if (report.subjects().stream().noneMatch(one -> one.silenced().isPresent())) {
      return;
    }
    lines.add("");
    lines.add("the exemption silences");
    for (SubjectReport one : report.subjects()) {
      one.silenced()
          .filter(silenced -> silenced.events().events() > 0)
          .ifPresent(
              silenced ->
                  lines.add(
                      "  %s %s: %s of %s events; rings %s → %s; mostly %s"
                          .formatted(
                              one.subject().kind().id(),
                              Visible.of(one.subject().name()),
                              count(silenced.events().events()),
                              count(one.events().events()),
                              count(one.alarm().rings()),
                              count(silenced.alarm().rings()),
                              mostly(silenced.events()))));
    }
  }

  private void lost() {
    if (report.subjects().stream().noneMatch(one -> one.lost().isPresent())) {
      return;
    }
    lines.add("");
    if (!report.anyLost()) {
      lines.add(style.good("every required event that happened would have reached a person"));
      return;
    }
    lines.add(style.bad("required events that happened, of which nobody would have been told"));
    for (SubjectReport one : report.subjects()) {
      one.lost().filter(lost -> lost.events() > 0).ifPresent(lost -> lost(one, lost));
    }
  }

  private void lost(SubjectReport one, Group.Counted lost) {
    lines.add(
        "  %s: %s of %s, mostly %s"
            .formatted(
                one.subject().name(),
                count(lost.events()),
                count(one.events().events()),
                mostly(lost)));
    for (Group.Example example : lost.examples()) {
      lines.add(
          Visible.of(
              "    %s %s %s by %s"
                  .formatted(
                      example.eventTime(),
                      example.eventId(),
                      example.eventName(),
                      example.principal())));
    }
  }

  private static String mostly(Group.Counted group) {
    Heavy.Count name = group.eventNames().get(0);
    Heavy.Count who = group.principals().get(0);
    return Visible.of(
        "%s (%s) by %s (%s)"
            .formatted(name.value(), count(name.count()), who.value(), count(who.count())));
  }

  private double perDay(long rings) {
    return report.days() == 0 ? 0 : (double) rings / report.days();
  }

  private static String minutes(long seconds) {
    return count(seconds / 60) + " min";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

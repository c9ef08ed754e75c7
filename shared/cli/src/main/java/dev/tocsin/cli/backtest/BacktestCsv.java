package dev.tocsin.cli.backtest;

import dev.tocsin.backtest.BacktestReport;
import dev.tocsin.backtest.BacktestReport.SubjectReport;
import dev.tocsin.backtest.tally.Group;
import dev.tocsin.backtest.tally.Heavy;
import dev.tocsin.report.escape.Escape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A backtest's report as CSV by RFC 4180, a row for each subject. Texts of records are anybody's: a
 * cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class BacktestCsv {

  private static final List<String> HEADER =
      List.of(
          "kind",
          "name",
          "place",
          "alarm",
          "events",
          "rings",
          "ringsPerDay",
          "minutesInAlarm",
          "exemptedEvents",
          "ringsLeft",
          "unseenEvents",
          "eventName",
          "principal",
          "address",
          "agent",
          "exampleEventID",
          "unseenEventID");

  private BacktestCsv() {}

  /** Lines without a final line break. */
  static String of(BacktestReport report) {
    StringBuilder csv = new StringBuilder(row(HEADER));
    report
        .subjects()
        .forEach(subject -> csv.append("\r\n").append(row(cells(subject, report.days()))));
    return csv.toString();
  }

  private static List<String> cells(SubjectReport report, long days) {
    Group.Counted events = report.events();
    return List.of(
        report.subject().kind().id(),
        report.subject().name(),
        report.subject().place(),
        report.subject().alarm().orElse(""),
        Long.toString(events.events()),
        Long.toString(report.alarm().rings()),
        String.format(Locale.ROOT, "%.2f", days == 0 ? 0 : (double) report.alarm().rings() / days),
        Long.toString(report.alarm().seconds() / 60),
        report.silenced().map(silenced -> Long.toString(silenced.events().events())).orElse(""),
        report.silenced().map(silenced -> Long.toString(silenced.alarm().rings())).orElse(""),
        report.lost().map(lost -> Long.toString(lost.events())).orElse(""),
        first(events.eventNames()),
        first(events.principals()),
        first(events.addresses()),
        first(events.agents()),
        example(events),
        report.lost().map(BacktestCsv::example).orElse(""));
  }

  private static String first(List<Heavy.Count> counts) {
    return counts.isEmpty() ? "" : counts.get(0).value();
  }

  private static String example(Group.Counted group) {
    return group.examples().isEmpty() ? "" : group.examples().get(0).eventId();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(BacktestCsv::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    String safe = Escape.cell(text);
    return safe.contains(",") || safe.contains("\"")
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }
}

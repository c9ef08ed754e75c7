package dev.tocsin.cli.backtest;

import static dev.tocsin.report.escape.Escape.html;

import dev.tocsin.backtest.BacktestReport;
import dev.tocsin.backtest.BacktestReport.SubjectReport;
import dev.tocsin.backtest.Subject.Kind;
import dev.tocsin.backtest.tally.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A backtest as one page that needs no network and runs nothing: a histogram by day for each
 * control, filter and rule, and the required events of which nobody would have been told.
 */
final class BacktestHtml {
  private final BacktestReport report;
  private final DayBars bars;

  private BacktestHtml(BacktestReport report) {
    this.report = report;
    List<Long> days =
        report.subjects().stream()
            .flatMap(one -> one.events().byDay().keySet().stream())
            .sorted()
            .toList();
    this.bars =
        days.isEmpty() ? new DayBars(0, 0) : new DayBars(days.get(0), days.get(days.size() - 1));
  }

  /** The page, without a final line break. */
  static String of(BacktestReport report) {
    BacktestHtml page = new BacktestHtml(report);
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Tocsin: backtest</title>
        <style>
        %s</style></head><body><main>
        <h1>What the alarms would have done</h1>
        <p>%s</p>
        <p>A pale bar is a day's events, the narrow one how often an alarm rings for them, a red one events of which nobody is told. Each row has its own scale.</p>
        %s%s%s%s</main></body></html>"""
        .formatted(
            css(),
            html(
                String.format(
                    Locale.ROOT,
                    "%,d records on %,d days, from %s to %s; %,d damaged",
                    report.records(),
                    report.days(),
                    report.from(),
                    report.to(),
                    report.damaged())),
            page.lost(),
            page.section(Kind.CONTROL, "Controls: an alarm on what each asks for"),
            page.section(Kind.FILTER, "Metric filters of the account"),
            page.section(Kind.RULE, "EventBridge rules of the account"));
  }

  private String section(Kind kind, String title) {
    List<SubjectReport> seen = of(kind).filter(one -> one.events().events() > 0).toList();
    List<String> silent =
        of(kind)
            .filter(one -> one.events().events() == 0)
            .map(one -> one.subject().name())
            .distinct()
            .toList();
    if (seen.isEmpty() && silent.isEmpty()) {
      return "";
    }
    StringBuilder rows = new StringBuilder();
    seen.forEach(one -> rows.append(row(one)));
    return """
        <h2>%s</h2>
        <div class="scroll"><table><thead><tr><th>by day</th><th>name</th><th class="number">events</th><th class="number">rings</th><th class="number">in ALARM</th><th>mostly</th></tr></thead><tbody>
        %s</tbody></table></div>
        %s"""
        .formatted(
            title,
            rows,
            silent.isEmpty()
                ? ""
                : "<p>No such event: %s</p>\n".formatted(html(String.join(", ", silent))));
  }

  private Stream<SubjectReport> of(Kind kind) {
    return report.subjects().stream().filter(one -> one.subject().kind() == kind);
  }

  private String row(SubjectReport one) {
    return "<tr><td>%s</td><th scope=\"row\">%s</th><td class=\"number\">%,d</td><td class=\"number\">%,d</td><td class=\"number\">%,d min</td><td>%s</td></tr>\n"
        .formatted(
            bars.of(
                one.events().byDay(),
                one.alarm().ringsByDay(),
                one.lost().map(Group.Counted::byDay).orElseGet(TreeMap::new)),
            html(one.subject().name()),
            one.events().events(),
            one.alarm().rings(),
            one.alarm().seconds() / 60,
            html(mostly(one.events())));
  }

  private static String mostly(Group.Counted events) {
    return events.eventNames().isEmpty() || events.principals().isEmpty()
        ? ""
        : events.eventNames().get(0).value() + " by " + events.principals().get(0).value();
  }

  /** What convinces a manager comes first. */
  private String lost() {
    StringBuilder rows = new StringBuilder();
    for (SubjectReport one : report.subjects()) {
      one.lost().stream()
          .flatMap(lost -> lost.examples().stream())
          .forEach(
              event ->
                  rows.append(
                      "<tr class=\"missed\"><th scope=\"row\">%s</th><td class=\"when\">%s</td><td>%s</td><td>%s</td><td><code>%s</code></td></tr>\n"
                          .formatted(
                              html(one.subject().name()),
                              html(event.eventTime()),
                              html(event.eventName()),
                              html(event.principal()),
                              html(event.eventId()))));
    }
    return rows.isEmpty()
        ? ""
        : """
          <h2>Happened, and nobody would have been told</h2>
          <div class="scroll"><table><thead><tr><th>control</th><th>when</th><th>what</th><th>who</th><th>event id</th></tr></thead><tbody>
          %s</tbody></table></div>
          """
            .formatted(rows);
  }

  private static String css() {
    try (InputStream css = BacktestHtml.class.getResourceAsStream("backtest.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

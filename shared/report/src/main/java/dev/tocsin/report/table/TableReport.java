package dev.tocsin.report.table;

import dev.tocsin.catalog.Frameworks;
import dev.tocsin.catalog.Severity;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Words;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.report.Report;
import dev.tocsin.report.Totals;
import dev.tocsin.report.UnreadAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * For each account a line per control, the worst first; then what is broken; then how many. Several
 * accounts are summed up at the end.
 */
public final class TableReport {
  private static final int OUTCOME = 13;
  private static final int SEVERITY = 8;

  private final TableStyle style;
  private final List<String> lines = new ArrayList<>();

  private TableReport(TableStyle style) {
    this.style = style;
  }

  /** The table, with a line break at its end. */
  public static String of(Report report, TableStyle style) {
    TableReport table = new TableReport(style);
    report.accounts().forEach(table::account);
    report.unread().forEach(table::unread);
    table.totals(Totals.of(report));
    return table.lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void account(AccountVerdicts account) {
    apart();
    String benchmark = account.basis().parameters().benchmark().id();
    text(
        "account %s, %s, read %s"
            .formatted(account.account(), account.region(), account.basis().readAt()));
    text("judged by " + Frameworks.title(benchmark).orElse(benchmark));
    lines.add("");
    List<Report.Line> shown =
        Report.lines(account)
            .filter(line -> style.only().map(only -> only == type(line)).orElse(true))
            .sorted(worstFirst())
            .toList();
    rows(shown);
    new Details(style, lines).of(shown);
    lines.add("");
    summary(account);
  }

  private static Comparator<Report.Line> worstFirst() {
    Comparator<Report.Line> broken = Comparator.comparing(line -> !line.broken());
    Comparator<Report.Line> elsewhere =
        Comparator.comparing(line -> type(line) == ComplianceType.NOT_APPLICABLE);
    return broken
        .thenComparing(elsewhere)
        .thenComparing(
            line -> line.evaluation().control().severity(), Comparator.<Severity>reverseOrder())
        .thenComparing(line -> line.evaluation().control().id());
  }

  private void rows(List<Report.Line> shown) {
    int section = widest(shown, Report.Line::section);
    int control = widest(shown, line -> line.evaluation().control().id());
    for (Report.Line line : shown) {
      String outcome = ("%-" + OUTCOME + "s").formatted(type(line));
      String rest =
          ("  %-" + SEVERITY + "s  ").formatted(line.evaluation().control().severity().id())
              + padded(line.section(), section)
              + padded(line.evaluation().control().id(), control);
      lines.add(
          style.painted(type(line), outcome)
              + Wrapped.cut((rest + firstBroken(line)).stripTrailing(), style.width() - OUTCOME));
    }
  }

  private static String padded(String text, int width) {
    return width == 0 ? "" : text + " ".repeat(width - text.length() + 2);
  }

  private static int widest(List<Report.Line> shown, Function<Report.Line, String> column) {
    return shown.stream().map(column).mapToInt(String::length).max().orElse(0);
  }

  private static String firstBroken(Report.Line line) {
    return line.evaluation().verdict().findings().stream()
        .findFirst()
        .map(finding -> Words.of(finding.link()))
        .orElse("");
  }

  private void summary(AccountVerdicts account) {
    List<Verdict> broken =
        Report.lines(account)
            .filter(Report.Line::broken)
            .map(line -> line.evaluation().verdict())
            .toList();
    if (broken.size() > 1) {
      text("broken first at: " + byLink(broken));
      text("severity: " + bySeverity(account));
    }
    int elsewhere = account.count(ComplianceType.NOT_APPLICABLE);
    text(
        "%d of %d controls compliant%s"
            .formatted(
                account.count(ComplianceType.COMPLIANT),
                account.evaluations().size(),
                elsewhere == 0 ? "" : ", " + elsewhere + " decided elsewhere"));
  }

  private static String byLink(List<Verdict> broken) {
    return broken.stream()
        .map(verdict -> verdict.findings().get(0))
        .map(Finding::link)
        .sorted()
        .distinct()
        .map(
            link ->
                Words.of(link)
                    + " "
                    + broken.stream().filter(v -> v.findings().get(0).link() == link).count())
        .collect(Collectors.joining(", "));
  }

  private static String bySeverity(AccountVerdicts account) {
    return Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .map(severity -> severity.id() + " " + count(account, severity))
        .filter(Predicate.not(words -> words.endsWith(" 0")))
        .collect(Collectors.joining(", "));
  }

  private static long count(AccountVerdicts account, Severity severity) {
    return Report.lines(account)
        .filter(Report.Line::broken)
        .filter(line -> line.evaluation().control().severity() == severity)
        .count();
  }

  private void unread(UnreadAccount account) {
    apart();
    text("account " + account.account() + " was not judged: " + account.reason());
  }

  /** Last, where a terminal shows them. */
  private void totals(Totals totals) {
    if (totals.several()) {
      apart();
      text(totals.accountsInWords());
      text(totals.controls().inWords());
    }
  }

  private void apart() {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private void text(String text) {
    lines.addAll(Wrapped.lines(text, style.width(), "", "  "));
  }

  private static ComplianceType type(Report.Line line) {
    return line.evaluation().verdict().complianceType();
  }
}

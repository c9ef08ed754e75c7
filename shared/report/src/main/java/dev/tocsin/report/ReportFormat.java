package dev.tocsin.report;

import dev.tocsin.report.document.MarkdownReport;
import dev.tocsin.report.machine.AsffReport;
import dev.tocsin.report.machine.CsvReport;
import dev.tocsin.report.machine.JUnitReport;
import dev.tocsin.report.machine.JsonReport;
import dev.tocsin.report.machine.OcsfReport;
import dev.tocsin.report.machine.SarifReport;
import dev.tocsin.report.page.HtmlReport;
import dev.tocsin.report.table.TableReport;
import dev.tocsin.report.table.TableStyle;
import java.util.Locale;

/** The forms in which verdicts are reported. */
public enum ReportFormat {
  /** For people, 80 columns wide; on a terminal {@link TableReport} fits its width. */
  TABLE,
  /** One document, {@code tocsin-verdict/1}. */
  JSON,
  /** The same, an account a line. */
  JSONL,
  /** A row per control, RFC 4180. */
  CSV,
  /** JUnit's XML: a suite per account, a test per control. */
  JUNIT,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** AWS Security Finding Format, what {@code batch-import-findings} takes. */
  ASFF,
  /** OCSF compliance findings, class 2003. */
  OCSF,
  /** GitHub's Markdown, for a comment or a ticket. */
  MARKDOWN,
  /** One page that needs no network. */
  HTML;

  /** The whole text; ends in one line break. */
  public String text(Report report) {
    String text =
        switch (this) {
          case TABLE -> TableReport.of(report, TableStyle.PLAIN);
          case JSON -> JsonReport.document(report);
          case JSONL -> JsonReport.lines(report);
          case CSV -> CsvReport.of(report);
          case JUNIT -> JUnitReport.of(report);
          case SARIF -> SarifReport.of(report);
          case ASFF -> AsffReport.of(report);
          case OCSF -> OcsfReport.of(report);
          case MARKDOWN -> MarkdownReport.of(report);
          case HTML -> HtmlReport.of(report);
        };
    return text.stripTrailing() + "\n";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.tocsin.cli.account;

import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.OutputFile;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.cli.io.Width;
import dev.tocsin.report.Report;
import dev.tocsin.report.ReportFormat;
import dev.tocsin.report.table.TableReport;
import dev.tocsin.report.table.TableStyle;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which form verdicts are reported, and where to. */
final class ReportOptions {

  /** What a file's name says of its form, where nothing else does. */
  private static final Map<String, ReportFormat> BY_ENDING =
      Map.of(
          "json", ReportFormat.JSON,
          "jsonl", ReportFormat.JSONL,
          "csv", ReportFormat.CSV,
          "xml", ReportFormat.JUNIT,
          "sarif", ReportFormat.SARIF,
          "md", ReportFormat.MARKDOWN,
          "html", ReportFormat.HTML);

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}; default: what the ending of --output says, else table.")
  private ReportFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of to standard output: all of it, or nothing.")
  private Path output;

  @Option(
      names = {"-v", "--verbose"},
      description = "In the table, show every control's chain and shorten nothing.")
  private boolean verbose;

  @Option(
      names = "--only",
      paramLabel = "OUTCOME",
      description = "In the table, show these controls only: ${COMPLETION-CANDIDATES}.")
  private Shown only;

  /** Whether standard output gets a report for programs. */
  boolean printsForPrograms() {
    return output == null && format() != ReportFormat.TABLE;
  }

  /** The form that was asked for. */
  ReportFormat format() {
    if (format != null) {
      return format;
    }
    String name = output == null ? "" : String.valueOf(output.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, ReportFormat.TABLE);
  }

  /**
   * Refuses what cannot be done, before an account is read for it.
   *
   * @throws InputProblem if options contradict each other, or the file cannot be written
   */
  void check() {
    if (only != null && format() != ReportFormat.TABLE) {
      throw new InputProblem(
          "`--only`: a report in the format `%s` has all controls. Fix: leave it out, or ask for the table"
              .formatted(format()));
    }
    if (output != null) {
      OutputFile.check(output);
    }
  }

  /**
   * Whether several accounts are shown together in one form: if one was asked for, by its name or
   * that of a file. Else each is a line of JSON as soon as it is judged.
   */
  boolean together() {
    return output != null || (format != null && format != ReportFormat.JSONL);
  }

  /** Prints the report, or writes it to the file that was named. */
  void report(Report report, Terminal terminal) {
    if (output == null) {
      terminal
          .out()
          .print(
              text(
                  report,
                  Width.of(terminal, Optional.ofNullable(System.getenv("COLUMNS"))),
                  terminal.colour()));
    } else {
      OutputFile.write(output, text(report, Width.USUAL, false));
    }
  }

  private String text(Report report, int width, boolean colour) {
    return format() == ReportFormat.TABLE
        ? TableReport.of(
            report,
            new TableStyle(width, colour, verbose, Optional.ofNullable(only).map(Shown::type)))
        : format().text(report);
  }
}

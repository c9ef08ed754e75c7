package dev.tocsin.report.machine;

import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.FullText;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.evaluation.VerdictJson;
import dev.tocsin.report.Report;
import dev.tocsin.report.UnreadAccount;
import dev.tocsin.report.escape.Escape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values by RFC 4180, in UTF-8: a header, then a row per control. */
public final class CsvReport {

  private static final List<String> HEADER =
      List.of(
          "account",
          "region",
          "benchmark",
          "section",
          "control",
          "title",
          "severity",
          "complianceType",
          "brokenLink",
          "subject",
          "problem",
          "fix",
          "findings",
          "missedEvent",
          "notes",
          "exemptions",
          "readAt",
          "judgedAt",
          "toolVersion",
          "toolCommit",
          "snapshotSha256",
          "parameters",
          "place",
          "holds",
          "settings");

  private CsvReport() {}

  /** Rows end in CR and LF, as the RFC says. */
  public static String of(Report report) {
    return Stream.of(
            Stream.of(HEADER),
            report.lines().map(CsvReport::row),
            report.unread().stream().map(CsvReport::row))
        .flatMap(rows -> rows)
        .map(row -> row.stream().map(Escape::csv).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining());
  }

  private static List<String> row(Report.Line line) {
    Verdict verdict = line.evaluation().verdict();
    Basis basis = line.account().basis();
    return List.of(
        line.account().account(),
        line.account().region(),
        basis.parameters().benchmark().id(),
        line.section(),
        verdict.control(),
        line.evaluation().control().title(),
        line.evaluation().control().severity().id(),
        verdict.complianceType().name(),
        first(verdict, finding -> finding.link().name()),
        first(verdict, Finding::subject),
        first(verdict, Finding::problem),
        first(verdict, Finding::fix),
        String.valueOf(verdict.findings().size()),
        verdict.missedEvent().map(Object::toString).orElse(""),
        String.join("; ", verdict.notes()),
        line.exempted(),
        basis.readAt().toString(),
        basis.judgedAt().toString(),
        Tool.VERSION,
        Tool.commit().orElse(""),
        basis.snapshotSha256(),
        parameters(basis),
        verdict.findings().stream()
            .findFirst()
            .flatMap(Finding::place)
            .map(Place::inWords)
            .orElse(""),
        verdict.chain().stream().map(FullText::holds).collect(Collectors.joining("; ")),
        VerdictJson.of(line.evaluation()).path("chain").toString());
  }

  private static String parameters(Basis basis) {
    return basis.parameters().texts().entrySet().stream()
        .map(entry -> entry.getKey().key() + "=" + entry.getValue())
        .collect(Collectors.joining("; "));
  }

  private static List<String> row(UnreadAccount unread) {
    List<String> row = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));
    row.set(0, unread.account());
    row.set(HEADER.indexOf("complianceType"), "NOT_JUDGED");
    row.set(HEADER.indexOf("problem"), unread.reason());
    return row;
  }

  private static String first(Verdict verdict, Function<Finding, String> member) {
    Optional<Finding> finding = verdict.findings().stream().findFirst();
    return finding.map(member).orElse("");
  }
}

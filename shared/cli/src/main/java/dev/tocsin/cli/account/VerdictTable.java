package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.cli.io.Style;
import dev.tocsin.cli.io.Terminal;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Evaluation;
import java.util.List;
import java.util.stream.Collectors;

/** The verdicts on one account, for people. */
final class VerdictTable {

  private VerdictTable() {}

  /** Lines without a final line break. */
  static String of(AccountVerdicts verdicts, Terminal terminal) {
    var style = new Style(terminal.colour());
    String heading =
        Visible.of(
            "account "
                + verdicts.account()
                + ", "
                + verdicts.region()
                + ", "
                + verdicts.basis().readAt());
    String rows =
        verdicts.evaluations().stream()
            .map(evaluation -> row(evaluation, style))
            .collect(Collectors.joining("\n"));
    return heading + "\n\n" + rows + "\n\n" + summary(verdicts.evaluations());
  }

  private static String row(Evaluation evaluation, Style style) {
    Verdict verdict = evaluation.verdict();
    StringBuilder row = new StringBuilder();
    row.append(outcome(verdict.complianceType(), style))
        .append("  ")
        .append("%-8s".formatted(evaluation.control().severity().id()))
        .append("  ")
        .append(evaluation.control().id());
    if (verdict.compliant()) {
      row.append("\n    ")
          .append(
              style.faint(
                  verdict.chain().stream()
                      .map(Evidence::subject)
                      .map(Visible::of)
                      .distinct()
                      .collect(Collectors.joining(" → "))));
    }
    verdict
        .findings()
        .forEach(finding -> row.append("\n    ").append(Visible.of(finding.message())));
    verdict
        .missedEvent()
        .ifPresent(event -> row.append("\n    missed: ").append(Visible.of(brief(event))));
    verdict.exempt().forEach(one -> row.append("\n    exempt: ").append(Visible.of(one.inWords())));
    verdict.notes().forEach(note -> row.append("\n    note: ").append(Visible.of(note)));
    return row.toString();
  }

  private static String outcome(ComplianceType type, Style style) {
    String padded = "%-14s".formatted(type);
    return switch (type) {
      case COMPLIANT -> style.good(padded);
      case NON_COMPLIANT -> style.bad(padded);
      case NOT_APPLICABLE -> style.faint(padded);
    };
  }

  /** What a person recognises an event by; JSON has the whole record. */
  private static String brief(ObjectNode event) {
    if (event.has("detail-type")) {
      return event.path("detail-type").asText() + " (" + event.path("source").asText() + ")";
    }
    JsonNode identity = event.path("userIdentity");
    return event.path("eventName").asText()
        + " ("
        + event.path("eventSource").asText()
        + ") in "
        + event.path("awsRegion").asText()
        + " by "
        + identity.path("arn").asText(identity.path("type").asText("an unnamed identity"));
  }

  private static String summary(List<Evaluation> evaluations) {
    long compliant = evaluations.stream().filter(e -> e.verdict().compliant()).count();
    long elsewhere =
        evaluations.stream()
            .filter(e -> e.verdict().complianceType() == ComplianceType.NOT_APPLICABLE)
            .count();
    return compliant
        + " of "
        + evaluations.size()
        + " controls compliant"
        + (elsewhere == 0 ? "" : ", " + elsewhere + " decided elsewhere");
  }
}

package dev.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import java.util.List;
import java.util.stream.Collectors;

/** The verdicts on one account, for people and for programs. */
record EvaluationReport(Snapshot snapshot, List<Evaluation> evaluations) {

  ObjectNode json() {
    ObjectNode report =
        Json.object()
            .put("account", snapshot.account())
            .put("region", snapshot.region())
            .put("evaluatedAt", snapshot.takenAt().toString());
    ArrayNode controls = report.putArray("controls");
    evaluations.forEach(evaluation -> controls.add(json(evaluation)));
    return report;
  }

  private static ObjectNode json(Evaluation evaluation) {
    Verdict verdict = evaluation.verdict();
    ObjectNode control =
        Json.object()
            .put("control", evaluation.control().id())
            .put("title", evaluation.control().title())
            .put("severity", evaluation.control().severity().id())
            .put("complianceType", verdict.complianceType().name())
            .put("annotation", Annotation.of(verdict));
    ArrayNode findings = control.putArray("findings");
    for (Finding finding : verdict.findings()) {
      findings
          .addObject()
          .put("link", finding.link().name())
          .put("subject", finding.subject())
          .put("problem", finding.problem())
          .put("fix", finding.fix());
    }
    ObjectNode chain = control.putObject("chain");
    for (Evidence evidence : verdict.chain()) {
      chain
          .withArray(evidence.link().name())
          .addObject()
          .put("subject", evidence.subject())
          .put("region", evidence.region())
          .put("shows", evidence.shows());
    }
    control.set("missedEvent", verdict.missedEvent().orElse(null));
    control.set("notes", CoverageAnswer.strings(verdict.notes()));
    return control;
  }

  String table(Terminal terminal) {
    var style = new Style(terminal.colour());
    String heading =
        "account " + snapshot.account() + ", " + snapshot.region() + ", " + snapshot.takenAt();
    String rows = evaluations.stream().map(e -> row(e, style)).collect(Collectors.joining("\n"));
    return heading + "\n\n" + rows + "\n\n" + summary();
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
                      .distinct()
                      .collect(Collectors.joining(" → "))));
    }
    verdict.findings().forEach(finding -> row.append("\n    ").append(finding.message()));
    verdict.missedEvent().ifPresent(event -> row.append("\n    missed: ").append(brief(event)));
    verdict.notes().forEach(note -> row.append("\n    note: ").append(note));
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

  private String summary() {
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

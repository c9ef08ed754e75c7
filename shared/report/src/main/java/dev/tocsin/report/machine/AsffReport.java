package dev.tocsin.report.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Partition;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import dev.tocsin.chain.wording.FullText;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.report.Report;
import dev.tocsin.report.escape.Escape;
import java.util.List;
import java.util.Locale;

/**
 * The AWS Security Finding Format, an array that {@code aws securityhub batch-import-findings
 * --findings} takes (100 at a time). Names, needed members and lengths are those of the Security
 * Hub API, {@code AwsSecurityFinding}. A control that holds is a finding that passed, so that an
 * older failure is closed by it.
 */
public final class AsffReport {
  private static final int MOST_REQUIREMENTS = 32;
  private static final int LONGEST_DESCRIPTION = 1024;
  private static final int LONGEST_ADVICE = 512;
  private static final int LONGEST_FIELD = 2048;
  private static final int MOST_FIELDS = 50;

  private AsffReport() {}

  /** The array; an account that was not judged has no findings in it. */
  public static String of(Report report) {
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    report.lines().forEach(line -> finding(findings.addObject(), line));
    return Escape.json(findings);
  }

  private static void finding(ObjectNode finding, Report.Line line) {
    String account = line.account().account();
    String region = line.account().region();
    String partition = Partition.of(region).id();
    Verdict verdict = line.evaluation().verdict();
    Basis basis = line.account().basis();
    finding
        .put("SchemaVersion", "2018-10-08")
        .put("Id", "tocsin/" + account + "/" + region + "/" + verdict.control())
        .put(
            "ProductArn",
            "arn:%s:securityhub:%s:%s:product/%s/default"
                .formatted(partition, region, account, account))
        .put("ProductName", "Tocsin")
        .put("CompanyName", "Tocsin")
        .put("GeneratorId", "tocsin/" + verdict.control())
        .put("AwsAccountId", account)
        .put("Region", region)
        .put("CreatedAt", basis.readAt().toString())
        .put("UpdatedAt", basis.judgedAt().toString())
        .put("Title", line.evaluation().control().title())
        .put("Description", description(verdict))
        .put("RecordState", "ACTIVE");
    finding
        .putArray("Types")
        .add("Software and Configuration Checks/AWS Security Best Practices/Monitoring");
    finding.putObject("Severity").put("Label", severity(line));
    finding.putObject("Workflow").put("Status", line.broken() ? "NEW" : "RESOLVED");
    compliance(finding.putObject("Compliance"), line);
    finding
        .putArray("Resources")
        .addObject()
        .put("Type", "AwsAccount")
        .put("Id", "AWS::::Account:" + account)
        .put("Partition", partition)
        .put("Region", region);
    if (line.broken()) {
      finding
          .putObject("Remediation")
          .putObject("Recommendation")
          .put("Text", cut(Escape.plain(verdict.findings().get(0).fix()), LONGEST_ADVICE));
    }
    fields(finding.putObject("ProductFields"), line);
  }

  /** Names and values of our own; the links that hold last, as far as there is room. */
  private static void fields(ObjectNode fields, Report.Line line) {
    Basis basis = line.account().basis();
    Verdict verdict = line.evaluation().verdict();
    fields
        .put("tocsin/version", Tool.inWords())
        .put("tocsin/benchmark", basis.parameters().benchmark().id())
        .put("tocsin/snapshotSha256", basis.snapshotSha256())
        .put("tocsin/complianceType", verdict.complianceType().name());
    basis
        .parameters()
        .texts()
        .forEach((key, text) -> fields.put("tocsin/parameters/" + key.key(), field(text)));
    if (!line.exempted().isEmpty()) {
      fields.put("tocsin/exempt", field(line.exempted()));
    }
    int room = Math.max(0, MOST_FIELDS - fields.size());
    List<Evidence> chain = verdict.chain();
    for (int i = 0; i < Math.min(room, chain.size()); i++) {
      Evidence link = chain.get(i);
      fields.put("tocsin/holds/%02d/%s".formatted(i + 1, link.link()), field(FullText.holds(link)));
    }
  }

  private static void compliance(ObjectNode compliance, Report.Line line) {
    compliance.put("Status", status(line.evaluation().verdict().complianceType()));
    ArrayNode requirements = compliance.putArray("RelatedRequirements");
    line.evaluation()
        .control()
        .sections()
        .forEach(
            (framework, sections) ->
                sections.stream()
                    .filter(section -> requirements.size() < MOST_REQUIREMENTS)
                    .forEach(section -> requirements.add(framework + " " + section)));
    if (line.evaluation().verdict().complianceType() == ComplianceType.NOT_APPLICABLE) {
      compliance
          .putArray("StatusReasons")
          .addObject()
          .put("ReasonCode", "TOCSIN_DECIDED_ELSEWHERE")
          .put("Description", Annotation.of(line.evaluation().verdict()));
    }
  }

  private static String status(ComplianceType type) {
    return switch (type) {
      case COMPLIANT -> "PASSED";
      case NON_COMPLIANT -> "FAILED";
      case NOT_APPLICABLE -> "NOT_AVAILABLE";
    };
  }

  private static String severity(Report.Line line) {
    return line.broken()
        ? line.evaluation().control().severity().id().toUpperCase(Locale.ROOT)
        : "INFORMATIONAL";
  }

  private static String description(Verdict verdict) {
    String text =
        verdict.findings().isEmpty()
            ? Annotation.of(verdict)
            : Escape.plain(verdict.findings().get(0).message());
    return cut(text, LONGEST_DESCRIPTION);
  }

  /** Security Hub takes no empty value, and no longer one. */
  private static String field(String text) {
    return text.isEmpty() ? "none" : cut(Escape.plain(text), LONGEST_FIELD);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}

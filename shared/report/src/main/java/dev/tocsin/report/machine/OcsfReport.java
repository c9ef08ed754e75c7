package dev.tocsin.report.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Frameworks;
import dev.tocsin.catalog.Severity;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.evaluation.VerdictJson;
import dev.tocsin.report.Report;
import dev.tocsin.report.escape.Escape;
import java.util.List;

/**
 * Compliance findings (class 2003) of the Open Cybersecurity Schema Framework 1.3.0 with its cloud
 * profile: an array with an event per control and account. Times are milliseconds since 1970.
 */
public final class OcsfReport {
  private static final String VERSION = "1.3.0";
  private static final int CATEGORY_FINDINGS = 2;
  private static final int COMPLIANCE_FINDING = 2003;
  private static final int CREATE = 1;

  /** What the class has no member for, as in our own JSON. */
  private static final List<String> EVIDENCE =
      List.of("findings", "chain", "unseenBy", "notes", "exempt");

  private OcsfReport() {}

  /** The array; an account that was not judged has no events in it. */
  public static String of(Report report) {
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    report.lines().forEach(line -> event(events.addObject(), line));
    return Escape.json(events);
  }

  private static void event(ObjectNode event, Report.Line line) {
    Verdict verdict = line.evaluation().verdict();
    AccountVerdicts account = line.account();
    Basis basis = account.basis();
    int severity = line.broken() ? severity(line.evaluation().control().severity()) : 1;
    event
        .put("category_uid", CATEGORY_FINDINGS)
        .put("class_uid", COMPLIANCE_FINDING)
        .put("activity_id", CREATE)
        .put("type_uid", COMPLIANCE_FINDING * 100 + CREATE)
        .put("time", basis.judgedAt().toEpochMilli())
        .put("severity_id", severity)
        .put("status_id", line.broken() ? 1 : 4)
        .put("message", Annotation.of(verdict));
    ObjectNode metadata = event.putObject("metadata").put("version", VERSION);
    metadata
        .putObject("product")
        .put("name", "Tocsin")
        .put("vendor_name", "Tocsin")
        .put("version", Tool.inWords());
    metadata.putArray("profiles").add("cloud");
    ObjectNode cloud = event.putObject("cloud").put("provider", "AWS");
    cloud.put("region", account.region());
    cloud.putObject("account").put("uid", account.account()).put("type_id", 10);
    event
        .putObject("finding_info")
        .put(
            "uid",
            "tocsin/%s/%s/%s".formatted(account.account(), account.region(), verdict.control()))
        .put("title", line.evaluation().control().title())
        .put("desc", line.evaluation().control().description())
        .put("created_time", basis.judgedAt().toEpochMilli());
    compliance(event.putObject("compliance"), line);
    resources(event.putArray("resources"), line);
    if (line.broken()) {
      event.putObject("remediation").put("desc", Escape.plain(verdict.findings().get(0).fix()));
    }
    ObjectNode unmapped = event.putObject("unmapped");
    unmapped.set("basis", basis.json());
    verdict.missedEvent().ifPresent(missed -> unmapped.set("missedEvent", missed));
    ObjectNode whole = VerdictJson.of(line.evaluation());
    EVIDENCE.forEach(member -> unmapped.set(member, whole.path(member)));
  }

  private static void compliance(ObjectNode compliance, Report.Line line) {
    compliance.put("control", line.evaluation().control().id());
    ArrayNode standards = compliance.putArray("standards");
    ArrayNode requirements = compliance.putArray("requirements");
    line.evaluation()
        .control()
        .sections()
        .forEach(
            (framework, sections) -> {
              standards.add(Frameworks.title(framework).orElse(framework));
              sections.forEach(section -> requirements.add(framework + " " + section));
            });
    if (standards.isEmpty()) {
      standards.add("Tocsin");
    }
    switch (line.evaluation().verdict().complianceType()) {
      case COMPLIANT -> compliance.put("status_id", 1).put("status", "Pass");
      case NON_COMPLIANT -> compliance.put("status_id", 3).put("status", "Fail");
      case NOT_APPLICABLE -> compliance.put("status_id", 99).put("status", "Not applicable");
    }
    compliance.put("status_code", line.evaluation().verdict().complianceType().name());
  }

  /** The account, then the things that are broken. */
  private static void resources(ArrayNode resources, Report.Line line) {
    resources
        .addObject()
        .put("uid", "AWS::::Account:" + line.account().account())
        .put("type", "AwsAccount");
    line.evaluation()
        .verdict()
        .findings()
        .forEach(
            finding ->
                resources
                    .addObject()
                    .put("uid", finding.subject())
                    .put("type", finding.link().name()));
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }
}

package dev.tocsin.report.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.Severity;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.evaluation.VerdictJson;
import dev.tocsin.report.Report;
import dev.tocsin.report.UnreadAccount;
import dev.tocsin.report.escape.Escape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0 (OASIS): one run, a rule per control, a result per control and account. */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What an auditor asks for beside the message, as in our own JSON. */
  private static final List<String> EVIDENCE = List.of("chain", "unseenBy", "notes", "exempt");

  private SarifReport() {}

  /** The document. */
  public static String of(Report report) {
    Map<String, Control> controls = new LinkedHashMap<>();
    report
        .lines()
        .map(line -> line.evaluation().control())
        .forEach(control -> controls.putIfAbsent(control.id(), control));
    List<String> ids = new ArrayList<>(controls.keySet());
    ObjectNode document = object().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = document.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "tocsin").put("semanticVersion", Tool.VERSION);
    driver.put("version", Tool.inWords());
    ArrayNode rules = driver.putArray("rules");
    controls.values().forEach(control -> rule(rules.addObject(), control));
    invocation(run.putArray("invocations").addObject(), report.unread());
    ArrayNode results = run.putArray("results");
    report.lines().forEach(line -> result(results.addObject(), line, ids));
    ObjectNode properties = run.putObject("properties");
    report.accounts().forEach(account -> properties.withArray("accounts").add(basis(account)));
    return Escape.json(document);
  }

  private static void rule(ObjectNode rule, Control control) {
    rule.put("id", control.id());
    rule.putObject("shortDescription").put("text", control.title());
    rule.putObject("fullDescription").put("text", control.description());
    rule.putObject("defaultConfiguration").put("level", level(control.severity()));
    ObjectNode properties = rule.putObject("properties");
    properties.put("security-severity", score(control.severity()));
    ArrayNode tags = properties.putArray("tags").add("security");
    control
        .sections()
        .forEach((framework, sections) -> sections.forEach(one -> tags.add(framework + ":" + one)));
  }

  private static void result(ObjectNode result, Report.Line line, List<String> ids) {
    Verdict verdict = line.evaluation().verdict();
    String account = line.account().account();
    String region = line.account().region();
    result.put("ruleId", verdict.control()).put("ruleIndex", ids.indexOf(verdict.control()));
    switch (verdict.complianceType()) {
      case NON_COMPLIANT ->
          result.put("kind", "fail").put("level", level(line.evaluation().control().severity()));
      case COMPLIANT -> result.put("kind", "pass").put("level", "none");
      case NOT_APPLICABLE -> result.put("kind", "notApplicable").put("level", "none");
    }
    result.putObject("message").put("text", message(verdict));
    SarifLocations.add(result.putArray("locations"), line);
    String same = account + "/" + region + "/" + verdict.control();
    result.putObject("partialFingerprints").put("tocsinVerdict/v1", same);
    ObjectNode properties = result.putObject("properties");
    properties
        .put("complianceType", verdict.complianceType().name())
        .put("account", account)
        .put("region", region);
    verdict.missedEvent().ifPresent(event -> properties.set("missedEvent", event));
    ObjectNode whole = VerdictJson.of(line.evaluation());
    EVIDENCE.forEach(member -> properties.set(member, whole.path(member)));
  }

  private static String message(Verdict verdict) {
    if (verdict.findings().isEmpty()) {
      return Annotation.of(verdict);
    }
    List<String> problems = new ArrayList<>();
    verdict.findings().forEach(finding -> problems.add(Escape.plain(finding.message())));
    return String.join("\n", problems);
  }

  private static void invocation(ObjectNode invocation, List<UnreadAccount> unread) {
    invocation.put("executionSuccessful", unread.isEmpty());
    for (UnreadAccount account : unread) {
      invocation
          .withArray("toolExecutionNotifications")
          .addObject()
          .put("level", "error")
          .putObject("message")
          .put("text", Escape.plain(account.account() + ": " + account.reason()));
    }
  }

  private static ObjectNode basis(AccountVerdicts account) {
    ObjectNode json = object().put("account", account.account()).put("region", account.region());
    json.set("basis", account.basis().json());
    return json;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case LOW -> "note";
      case MEDIUM -> "warning";
      case HIGH, CRITICAL -> "error";
    };
  }

  /** In the ranges that GitHub's documentation of SARIF support gives for each word. */
  private static String score(Severity severity) {
    return switch (severity) {
      case LOW -> "3.0";
      case MEDIUM -> "5.5";
      case HIGH -> "8.0";
      case CRITICAL -> "9.5";
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

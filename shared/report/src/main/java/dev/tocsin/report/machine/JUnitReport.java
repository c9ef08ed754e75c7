package dev.tocsin.report.machine;

import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Exemption;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.FullText;
import dev.tocsin.evaluation.AccountVerdicts;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Tool;
import dev.tocsin.report.Report;
import dev.tocsin.report.UnreadAccount;
import dev.tocsin.report.escape.Escape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JUnit's XML as Jenkins and GitLab read it ({@code junit-10.xsd} of Jenkins's xUnit plugin): a
 * suite per account, a test per control that fails iff the control does not hold.
 */
public final class JUnitReport {

  private final StringBuilder xml = new StringBuilder();

  private JUnitReport() {}

  /** The document. */
  public static String of(Report report) {
    JUnitReport writer = new JUnitReport();
    writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    writer.line("<testsuites name=\"tocsin\">");
    report.accounts().forEach(writer::suite);
    report.unread().forEach(writer::unread);
    writer.line("</testsuites>");
    return writer.xml.toString();
  }

  private void suite(AccountVerdicts account) {
    open(
        "testsuite",
        attributes(
            "name", account.account() + " " + account.region(),
            "tests", String.valueOf(account.evaluations().size()),
            "failures", String.valueOf(account.count(ComplianceType.NON_COMPLIANT)),
            "errors", "0",
            "skipped", String.valueOf(account.count(ComplianceType.NOT_APPLICABLE)),
            "timestamp", account.basis().judgedAt().toString()));
    properties(account.basis());
    Report.lines(account).forEach(this::test);
    line("</testsuite>");
  }

  private void properties(Basis basis) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("tool", "tocsin " + Tool.VERSION);
    Tool.commit().ifPresent(commit -> properties.put("commit", commit));
    basis.parameters().texts().forEach((key, text) -> properties.put(key.key(), text));
    properties.put(
        "exemptions",
        String.join("; ", basis.exemptions().stream().map(Exemption::inWords).toList()));
    properties.put("readAt", basis.readAt().toString());
    properties.put("snapshotSha256", basis.snapshotSha256());
    line("<properties>");
    properties.forEach(
        (name, value) -> line(empty("property", attributes("name", name, "value", value))));
    line("</properties>");
  }

  private void test(Report.Line line) {
    Verdict verdict = line.evaluation().verdict();
    open(
        "testcase",
        attributes(
            "name",
            verdict.control(),
            "classname",
            "tocsin." + line.account().account() + "." + line.account().region(),
            "time",
            "0"));
    switch (verdict.complianceType()) {
      case NON_COMPLIANT -> {
        Finding first = verdict.findings().get(0);
        element(
            "failure",
            attributes("type", first.link().name(), "message", first.message()),
            FullText.of(verdict));
      }
      case NOT_APPLICABLE ->
          line(empty("skipped", attributes("message", String.join("; ", verdict.notes()))));
      case COMPLIANT -> element("system-out", Map.of(), FullText.of(verdict));
    }
    line("</testcase>");
  }

  private void unread(UnreadAccount account) {
    open(
        "testsuite",
        attributes("name", account.account(), "tests", "1", "failures", "0", "errors", "1"));
    open("testcase", attributes("name", "read the account", "classname", "tocsin"));
    element("error", attributes("message", account.reason()), "");
    line("</testcase>");
    line("</testsuite>");
  }

  private void open(String name, Map<String, String> attributes) {
    line("<" + name + inTag(attributes) + ">");
  }

  private void element(String name, Map<String, String> attributes, String text) {
    String lines = text.lines().map(Escape::xml).collect(Collectors.joining("\n"));
    line("<" + name + inTag(attributes) + ">" + lines + "</" + name + ">");
  }

  private static String empty(String name, Map<String, String> attributes) {
    return "<" + name + inTag(attributes) + "/>";
  }

  private static String inTag(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(one -> " " + one.getKey() + "=\"" + Escape.xml(one.getValue()) + "\"")
        .collect(Collectors.joining());
  }

  private static Map<String, String> attributes(String... namesAndValues) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return attributes;
  }

  private void line(String text) {
    xml.append(text).append('\n');
  }
}

package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import java.util.Locale;

/** A verdict as one line of JSON, with all that the annotation has no room for. */
final class VerdictLog {
  private VerdictLog() {}

  /** The line. Holds nothing secret: the result token is no part of what goes in. */
  static String line(RuleInvocation invocation, RuleParameters parameters, Verdict verdict) {
    ObjectNode line = JsonObjects.create();
    line.put("level", "INFO");
    line.put("message", "evaluated");
    line.put("account", invocation.account());
    line.put("region", invocation.region());
    line.put("rule", invocation.rule());
    line.put("control", verdict.control());
    line.put("benchmark", parameters.benchmark().id());
    line.put("notificationCreationTime", invocation.createdAt().toString());
    line.put("complianceType", verdict.complianceType().name());
    ArrayNode findings = line.putArray("findings");
    verdict.findings().forEach(finding -> add(findings.addObject(), finding));
    ArrayNode chain = line.putArray("chain");
    verdict.chain().forEach(evidence -> add(chain.addObject(), evidence));
    ArrayNode notes = line.putArray("notes");
    verdict.notes().forEach(notes::add);
    verdict.missedEvent().ifPresent(event -> line.set("missedEvent", event));
    return line.toString();
  }

  private static void add(ObjectNode json, Finding finding) {
    json.put("link", finding.link().name().toLowerCase(Locale.ROOT));
    json.put("subject", finding.subject());
    json.put("problem", finding.problem());
    json.put("fix", finding.fix());
  }

  private static void add(ObjectNode json, Evidence evidence) {
    json.put("link", evidence.link().name().toLowerCase(Locale.ROOT));
    json.put("subject", evidence.subject());
    json.put("region", evidence.region());
    json.put("shows", evidence.shows());
  }
}

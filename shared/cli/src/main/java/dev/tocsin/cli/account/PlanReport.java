package dev.tocsin.cli.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.remedy.PlannedCall;
import dev.tocsin.chain.remedy.RemediationPlan;
import dev.tocsin.chain.verdict.Visible;

/** A remediation plan for people, who can paste it into a shell, and for programs. */
final class PlanReport {

  private PlanReport() {}

  static String text(RemediationPlan plan) {
    StringBuilder text = new StringBuilder();
    for (PlannedCall call : plan.calls()) {
      text.append("# ").append(Visible.of(call.why())).append(System.lineSeparator());
      text.append(call.awsCli()).append(System.lineSeparator());
    }
    for (String advice : plan.byHand()) {
      text.append("# by hand: ").append(Visible.of(advice)).append(System.lineSeparator());
    }
    return text.isEmpty() ? "# nothing to do" : text.toString().stripTrailing();
  }

  static ObjectNode json(RemediationPlan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode calls = json.putArray("calls");
    for (PlannedCall call : plan.calls()) {
      calls
          .addObject()
          .put("region", call.region())
          .put("service", call.service())
          .put("operation", call.operation())
          .put("why", call.why())
          .set("parameters", call.parameters());
    }
    ArrayNode byHand = json.putArray("byHand");
    plan.byHand().forEach(byHand::add);
    return json;
  }
}

package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.JsonTexts;
import dev.tocsin.chain.verdict.Visible;
import dev.tocsin.evaluation.Basis;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.evaluation.VerdictJson;

/** A verdict as one line of JSON, with all that the annotation has no room for. */
final class VerdictLog {
  private VerdictLog() {}

  /**
   * The verdict's JSON, with the invocation's members before it. Holds nothing secret: the result
   * token is no part of what goes in. Names show as in every other output.
   */
  static String line(RuleInvocation invocation, Basis basis, Evaluation evaluation) {
    ObjectNode line = JsonObjects.create();
    line.put("level", "INFO");
    line.put("message", "evaluated");
    line.put("account", invocation.account());
    line.put("region", invocation.region());
    line.put("rule", invocation.rule());
    line.put("benchmark", basis.parameters().benchmark().id());
    line.put("notificationCreationTime", invocation.createdAt().toString());
    line.setAll(VerdictJson.of(evaluation));
    line.set("basis", basis.json());
    return Visible.of(JsonTexts.write(line));
  }
}

package dev.tocsin.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.remedy.Plan;
import dev.tocsin.chain.remedy.PlanJson;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import dev.tocsin.evaluation.Confirmation;
import dev.tocsin.evaluation.ControlJudge;
import dev.tocsin.evaluation.Evaluation;
import dev.tocsin.remediation.Planner;
import java.util.List;

/** The plan that repairs a control in an account, as the one who asked gets it. */
final class PlanAnswer {
  private final ControlJudge judge;

  PlanAnswer(ControlJudge judge) {
    this.judge = judge;
  }

  /** The plan's JSON, with the verdict that it starts from. */
  String of(RuleQuestion question, Snapshot snapshot, PlanRequest request) {
    Verdict verdict =
        judge.judge(question.control(), question.parameters(), snapshot, Confirmation.NOT_ASKED);
    Plan plan =
        new Planner(judge)
            .plan(
                snapshot,
                List.of(new Evaluation(question.control(), verdict)),
                question.parameters(),
                request.means());
    ObjectNode json = PlanJson.of(plan);
    json.putObject("verdict")
        .put("control", question.control().id())
        .put("complianceType", verdict.complianceType().name())
        .put("annotation", Annotation.of(verdict));
    return json.toString();
  }
}

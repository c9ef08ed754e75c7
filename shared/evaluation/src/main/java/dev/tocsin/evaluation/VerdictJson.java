package dev.tocsin.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.chain.wording.Annotation;
import java.util.List;

/**
 * The one JSON form of verdicts, described by {@code shared/docs/schemas/}. Members are added,
 * never renamed or removed, as long as {@link #SCHEMA} stays.
 */
public final class VerdictJson {

  /** The member {@code schema} of every object made here. */
  public static final String SCHEMA = "tocsin-verdict/1";

  private VerdictJson() {}

  /** One verdict. An adapter may put members of its own beside these. */
  public static ObjectNode of(Evaluation evaluation) {
    Verdict verdict = evaluation.verdict();
    ObjectNode json =
        object()
            .put("schema", SCHEMA)
            .put("control", evaluation.control().id())
            .put("title", evaluation.control().title())
            .put("severity", evaluation.control().severity().id())
            .put("complianceType", verdict.complianceType().name())
            .put("annotation", Annotation.of(verdict));
    ArrayNode findings = json.putArray("findings");
    verdict.findings().forEach(finding -> add(findings.addObject(), finding));
    ObjectNode chain = json.putObject("chain");
    verdict.chain().forEach(link -> add(chain.withArray(link.link().name()).addObject(), link));
    json.set("missedEvent", verdict.missedEvent().orElse(null));
    ArrayNode notes = json.putArray("notes");
    verdict.notes().forEach(notes::add);
    return json;
  }

  /** All verdicts on one account. */
  public static ObjectNode of(Snapshot snapshot, List<Evaluation> evaluations) {
    ObjectNode json =
        object()
            .put("schema", SCHEMA)
            .put("account", snapshot.account())
            .put("region", snapshot.region())
            .put("evaluatedAt", snapshot.takenAt().toString());
    ArrayNode controls = json.putArray("controls");
    evaluations.forEach(evaluation -> controls.add(of(evaluation)));
    return json;
  }

  private static void add(ObjectNode json, Finding finding) {
    json.put("link", finding.link().name())
        .put("subject", finding.subject())
        .put("problem", finding.problem())
        .put("fix", finding.fix())
        .put("decided", finding.decided());
  }

  private static void add(ObjectNode json, Evidence evidence) {
    json.put("subject", evidence.subject())
        .put("region", evidence.region())
        .put("shows", evidence.shows());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

package dev.tocsin.drill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** A drill as JSON: what is planned, and what came of it. */
public final class DrillJson {
  private DrillJson() {}

  /** What would be done. */
  public static ObjectNode of(DrillPlan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("account", plan.account());
    json.put("region", plan.region());
    json.put("control", plan.control());
    json.set("record", plan.record());
    json.set("deeds", texts(plan.deeds()));
    json.set("permissions", texts(plan.permissions()));
    json.set("notes", texts(plan.notes()));
    return json;
  }

  /** What was done, and what was seen; {@code toldAfterSeconds} is null where nobody was told. */
  public static ObjectNode of(DrillReport report) {
    ObjectNode json = of(report.plan());
    ArrayNode steps = json.putArray("steps");
    report.steps().forEach(step -> steps.add(of(step)));
    json.set("broken", report.broken().map(DrillJson::of).orElse(null));
    json.set("did", texts(report.did()));
    json.put("toldAfterSeconds", report.told().map(Duration::toSeconds).orElse(null));
    return json;
  }

  private static ObjectNode of(Step step) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("link", step.link().name())
        .put("subject", step.subject())
        .put("outcome", step.outcome().name())
        .put("afterSeconds", step.after().map(Duration::toSeconds).orElse(null))
        .put("says", step.says());
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}

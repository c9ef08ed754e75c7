package dev.tocsin.chain.remedy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The one JSON form of plans, described by {@code shared/docs/schemas/}. Members are added, never
 * renamed or removed, as long as {@link #SCHEMA} stays.
 */
public final class PlanJson {

  /** The member {@code schema} of every plan. */
  public static final String SCHEMA = "tocsin-plan/1";

  private PlanJson() {}

  /** A whole plan. */
  public static ObjectNode of(Plan plan) {
    ObjectNode json = object().put("schema", SCHEMA).put("account", plan.account());
    ArrayNode calls = json.putArray("calls");
    plan.calls().forEach(call -> calls.add(of(call)));
    texts(json, "byHand", plan.byHand());
    texts(json, "noise", plan.noise());
    texts(json, "notes", plan.notes());
    return json;
  }

  private static ObjectNode of(PlannedCall call) {
    ObjectNode json =
        object()
            .put("region", call.region())
            .put("service", call.service())
            .put("operation", call.operation());
    json.set("parameters", call.parameters());
    json.set("rest", call.rest().map(PlanJson::of).orElse(null));
    json.put("why", call.why()).put("keeps", call.keeps());
    texts(json, "repairs", call.repairs());
    conditions(json, "done", call.done());
    conditions(json, "only", call.only());
    texts(json, "waitsOut", call.waitsOut());
    return json;
  }

  private static void conditions(ObjectNode json, String name, List<Expectation> conditions) {
    ArrayNode array = json.putArray(name);
    for (Expectation condition : conditions) {
      ObjectNode one = array.addObject();
      one.set("read", of(condition.read()));
      one.set(condition.is() ? "is" : "isNot", condition.value());
      one.put("otherwise", condition.otherwise());
    }
  }

  private static ObjectNode of(Read read) {
    ObjectNode json = object().put("service", read.service()).put("operation", read.operation());
    json.set("parameters", read.parameters());
    json.putArray("at").addAll(read.at());
    return json;
  }

  private static void texts(ObjectNode json, String name, List<String> texts) {
    ArrayNode array = json.putArray(name);
    texts.forEach(array::add);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

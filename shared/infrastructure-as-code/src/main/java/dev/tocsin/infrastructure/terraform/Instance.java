package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource or data source of the plan.
 *
 * @param address as Terraform prints it
 * @param mode {@code managed} or {@code data}
 * @param key its key among the instances of its block; null iff there is one only
 * @param after the values that are known
 * @param unknown the same shape, true where a value is known only after apply
 * @param scope the module instance it is in
 */
record Instance(
    String address,
    String mode,
    String type,
    String name,
    String key,
    JsonNode after,
    JsonNode unknown,
    Scope scope) {

  static Instance of(JsonNode plan, JsonNode change) {
    JsonNode index = change.path("index");
    return new Instance(
        change.path("address").asText(),
        change.path("mode").asText(),
        change.path("type").asText(),
        change.path("name").asText(),
        index.isMissingNode() ? null : index.asText(),
        change.path("change").path("after"),
        change.path("change").path("after_unknown"),
        Scope.of(plan, change.path("module_address").asText("")));
  }

  /** What the files say about it; missing where they say nothing. */
  JsonNode configuration() {
    return scope.resource(mode, type, name);
  }

  /** A value that is known. */
  JsonNode known(String attribute) {
    return after.path(attribute);
  }
}

package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.infrastructure.terraform.Reference.Step;
import java.util.List;

/**
 * One instance of a module: where names are looked up.
 *
 * @param address as in the plan, for example {@code module.alarms["eu"]}; empty for the root
 * @param configuration what the module's files say
 * @param call what the caller says, missing for the root
 * @param caller null for the root
 */
record Scope(String address, JsonNode configuration, JsonNode call, Scope caller) {

  /** The module instance of that address. */
  static Scope of(JsonNode plan, String address) {
    Scope scope =
        new Scope(
            "", plan.path("configuration").path("root_module"), MissingNode.getInstance(), null);
    List<Step> steps = address.isEmpty() ? List.of() : Reference.steps(address);
    for (int i = 1; i < steps.size(); i += 2) {
      scope = scope.child(steps.get(i).name(), steps.get(i).key());
    }
    return scope;
  }

  /** A module that this one calls. */
  Scope child(String name, String key) {
    JsonNode calls = configuration.path("module_calls").path(name);
    String step = "module." + name + keyInBrackets(key);
    return new Scope(
        address.isEmpty() ? step : address + "." + step, calls.path("module"), calls, this);
  }

  /** What the files say about a resource. */
  JsonNode resource(String mode, String type, String name) {
    for (JsonNode resource : configuration.path("resources")) {
      if (resource.path("mode").asText().equals(mode)
          && resource.path("type").asText().equals(type)
          && resource.path("name").asText().equals(name)) {
        return resource;
      }
    }
    return MissingNode.getInstance();
  }

  private static String keyInBrackets(String key) {
    if (key == null) {
      return "";
    }
    return key.matches("[0-9]+") ? "[" + key + "]" : "[\"" + key + "\"]";
  }
}

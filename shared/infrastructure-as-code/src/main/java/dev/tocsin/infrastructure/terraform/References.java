package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.infrastructure.terraform.Reference.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Follows the references of expressions through variables, modules and outputs to resources of the
 * plan. A plan says which things an expression names, not what it does with them; so only where a
 * whole value can be nothing but what is named, that is its value.
 */
final class References {
  private static final Set<String> ADD_NOTHING = Set.of("count", "path", "terraform", "self");
  private static final String TOPIC = "aws_sns_topic";

  private final List<Instance> instances;
  private final BiFunction<Instance, String, JsonNode> attributes;

  /**
   * @param attributes the value of an attribute of a resource, unknown iff nobody can tell
   */
  References(List<Instance> instances, BiFunction<Instance, String, JsonNode> attributes) {
    this.instances = instances;
    this.attributes = attributes;
  }

  /** What the expression names, seen from a resource. */
  Resolution of(JsonNode expression, Instance from) {
    return of(
        longest(expression.path("references")), from.scope(), from.key(), from.configuration());
  }

  private Resolution of(List<String> references, Scope scope, String key, JsonNode block) {
    boolean sameKey = references.contains("count.index") || references.contains("each.key");
    return references.stream()
        .map(reference -> one(reference, scope, key, sameKey, block))
        .reduce(Resolution.NOTHING, Resolution::and);
  }

  private static List<String> longest(JsonNode references) {
    List<String> longest = new ArrayList<>();
    for (JsonNode reference : references) {
      String text = reference.asText();
      boolean isPrefix =
          !longest.isEmpty() && longest.get(longest.size() - 1).matches(prefix(text));
      if (!isPrefix) {
        longest.add(text);
      }
    }
    return longest;
  }

  /** Terraform lists `a.b.c` and after it `a.b`, which says no more. */
  private static String prefix(String text) {
    return Pattern.quote(text) + "([.\\[].*)?";
  }

  private Resolution one(
      String reference, Scope scope, String key, boolean sameKey, JsonNode block) {
    List<Step> steps = Reference.steps(reference);
    String first = steps.get(0).name();
    if (ADD_NOTHING.contains(first)) {
      return Resolution.NOTHING;
    }
    if (steps.size() < 2) {
      return Resolution.open(reference);
    }
    return switch (first) {
      case "var" -> variable(steps.get(1).name(), scope);
      case "each" -> each(steps, reference, scope, key, block);
      case "module" -> module(steps, reference, scope, key);
      case "local" -> Resolution.open(reference);
      case "data" ->
          resource("data", steps.subList(1, steps.size()), reference, scope, key, sameKey);
      default -> resource("managed", steps, reference, scope, key, sameKey);
    };
  }

  /** A variable of the root is known when the plan is made. */
  private Resolution variable(String name, Scope scope) {
    if (scope.caller() == null) {
      return Resolution.NOTHING;
    }
    String key = lastKey(scope.address());
    return of(
        longest(scope.call().path("expressions").path(name).path("references")),
        scope.caller(),
        key,
        scope.call());
  }

  private Resolution each(
      List<Step> steps, String reference, Scope scope, String key, JsonNode block) {
    if (steps.size() < 2 || !steps.get(1).name().equals("value")) {
      return Resolution.NOTHING;
    }
    JsonNode over = block.path("for_each_expression").path("references");
    if (over.size() != 1 || steps.size() < 3 || key == null) {
      return Resolution.open(reference);
    }
    List<Step> thing = new ArrayList<>(Reference.steps(over.path(0).asText()));
    if (thing.size() != 2) {
      return Resolution.open(reference);
    }
    thing.set(1, new Step(thing.get(1).name(), key));
    thing.add(steps.get(2));
    return resource("managed", thing, reference, scope, key, true);
  }

  private Resolution module(List<Step> steps, String reference, Scope scope, String key) {
    if (steps.size() < 3) {
      return Resolution.open(reference);
    }
    Step called = steps.get(1);
    List<String> keys = called.key() == null ? keysOf(called.name(), scope) : List.of();
    String chosen = called.key();
    if (keys.size() == 1) {
      chosen = keys.get(0);
    } else if (keys.contains(key)) {
      chosen = key;
    } else if (!keys.isEmpty()) {
      return Resolution.open(reference);
    }
    Scope child = scope.child(called.name(), chosen);
    JsonNode output = child.configuration().path("outputs").path(steps.get(2).name());
    if (output.isMissingNode()) {
      return Resolution.open(reference);
    }
    return of(
        withRest(
            longest(output.path("expression").path("references")), steps.subList(3, steps.size())),
        child,
        null,
        output);
  }

  /** An output may be a whole resource, of which the caller then names an attribute. */
  private static List<String> withRest(List<String> references, List<Step> rest) {
    String attribute = rest.stream().map(step -> "." + step.text()).collect(Collectors.joining());
    return references.stream().map(reference -> reference + attribute).toList();
  }

  /** The keys of a module's instances; none where it is called once. */
  private List<String> keysOf(String module, Scope scope) {
    String start =
        (scope.address().isEmpty() ? "" : scope.address() + ".") + "module." + module + "[";
    return instances.stream()
        .map(instance -> instance.scope().address())
        .filter(address -> address.startsWith(start))
        .map(
            address -> Reference.steps(address).get(Reference.steps(start + "0]").size() - 1).key())
        .distinct()
        .toList();
  }

  private Resolution resource(
      String mode, List<Step> steps, String reference, Scope scope, String key, boolean sameKey) {
    if (steps.size() < 2) {
      return Resolution.open(reference);
    }
    String type = steps.get(0).name();
    Step name = steps.get(1);
    List<Instance> named =
        instances.stream()
            .filter(one -> one.scope().address().equals(scope.address()))
            .filter(one -> one.mode().equals(mode) && one.type().equals(type))
            .filter(one -> one.name().equals(name.name()))
            .filter(one -> name.key() == null || name.key().equals(one.key()))
            .toList();
    if (named.isEmpty()) {
      return mode.equals("data") ? Resolution.NOTHING : Resolution.open(reference);
    }
    boolean whole = steps.size() < 3;
    // A splat is listed without the attribute; of a topic it can be nothing but the ARN.
    if (whole && !type.equals(TOPIC)) {
      return Resolution.open(reference);
    }
    String attribute = whole ? "arn" : steps.get(2).name();
    if (named.size() > 1 && (sameKey || !whole)) {
      named = named.stream().filter(one -> one.key() != null && one.key().equals(key)).toList();
    }
    if (named.isEmpty()) {
      return Resolution.open(reference);
    }
    return named.stream()
        .map(one -> value(one, attribute, reference))
        .reduce(Resolution.NOTHING, Resolution::and);
  }

  private Resolution value(Instance instance, String attribute, String reference) {
    JsonNode value = attributes.apply(instance, attribute);
    return value.isPojo() || value.isMissingNode()
        ? Resolution.open(reference)
        : Resolution.of(value);
  }

  /** The key of the module's instance; null iff the module is called once. */
  private static String lastKey(String address) {
    List<Step> steps = Reference.steps(address);
    return steps.get(steps.size() - 1).key();
  }
}

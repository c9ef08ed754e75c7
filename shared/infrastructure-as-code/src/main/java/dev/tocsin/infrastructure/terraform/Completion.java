package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.List;

/** A resource's values with what the plan leaves open put in, as far as that can be told. */
final class Completion {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final References references;

  Completion(References references) {
    this.references = references;
  }

  /** All attributes; what nobody wrote down and AWS will choose is missing. */
  ObjectNode of(Instance instance) {
    JsonNode expressions = instance.configuration().path("expressions");
    return (ObjectNode) object(instance.after(), instance.unknown(), expressions, instance);
  }

  private JsonNode value(JsonNode value, JsonNode unknown, JsonNode expression, Instance at) {
    if (unknown.isBoolean() && unknown.booleanValue()) {
      return expression.isMissingNode()
          ? Unknown.node("is known only after apply")
          : references.of(expression, at).one();
    }
    if (unknown.isObject()) {
      return object(value, unknown, expression, at);
    }
    if (unknown.isArray() && value.isArray()) {
      return array(value, unknown, expression, at);
    }
    return value;
  }

  private JsonNode object(JsonNode value, JsonNode unknown, JsonNode expressions, Instance at) {
    ObjectNode object = value.isObject() ? value.deepCopy() : JSON.objectNode();
    unknown
        .properties()
        .forEach(
            member -> {
              String name = member.getKey();
              JsonNode expression = expressions.path(name);
              boolean chosenByAws =
                  expressions.isObject()
                      && expression.isMissingNode()
                      && member.getValue().isBoolean();
              object.set(
                  name,
                  chosenByAws
                      ? MissingNode.getInstance()
                      : value(value.path(name), member.getValue(), expression, at));
              if (object.path(name).isMissingNode()) {
                object.remove(name);
              }
            });
    return object;
  }

  private JsonNode array(JsonNode value, JsonNode unknown, JsonNode expression, Instance at) {
    int open = 0;
    for (JsonNode element : unknown) {
      open += element.isBoolean() && element.booleanValue() ? 1 : 0;
    }
    Resolution resolution = references.of(expression, at);
    List<JsonNode> found = resolution.exactly(open);
    ArrayNode array = JSON.arrayNode();
    int next = 0;
    for (int i = 0; i < value.size(); i++) {
      JsonNode isOpen = unknown.path(i);
      if (isOpen.isBoolean() && isOpen.booleanValue()) {
        array.add(found.isEmpty() ? resolution.unknown() : found.get(next++));
      } else {
        array.add(value(value.get(i), isOpen, expression.path(i), at));
      }
    }
    return array;
  }
}
